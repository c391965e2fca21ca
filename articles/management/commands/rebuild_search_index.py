from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles import search


class Command(BaseCommand):
    help = "Index all reports again. The site may go on serving, and the command may be interrupted."

    def handle(self, **options):
        indexed, removed = search.rebuild()
        self.stdout.write(
            _("%(indexed)d reports indexed, %(removed)d leftovers removed.") % {"indexed": indexed, "removed": removed}
        )
