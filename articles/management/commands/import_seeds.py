import json
import logging
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from tqdm import tqdm

from articles.archive import Outcome, store
from articles.importing import Reason, Unreadable, decode, parse
from articles.management.files import find_texts, media_type_of, printable, reason_of
from articles.management.tables import summary

_REASONS = {
    Reason.EMPTY: gettext_lazy("the file is empty"),
    Reason.BINARY: gettext_lazy("the file is not text: it holds binary data"),
    Reason.NO_LETTERS: gettext_lazy("the file holds no letters"),
    Reason.ENCODING: gettext_lazy("the file is in none of the encodings UTF-8, UTF-16 and GB18030"),
}

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Import newspaper texts (.txt, .md): files, or folders with all that is in them. Without a path: seeds/."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="*", metavar="PATH", help="a file or a folder")
        parser.add_argument("--dry-run", action="store_true", help="write nothing")
        parser.add_argument(
            "--format",
            choices=["table", "json"],
            default="table",
            help="json: print the import records (with --dry-run)",
        )
        parser.add_argument("--publish", action="store_true", help="make new reports public at once")

    def handle(self, *, paths, dry_run, publish, **options):
        as_json = options["format"] == "json"
        if as_json and not dry_run:
            raise CommandError(_("--format json goes with --dry-run: it prints what an import would find."))
        if not as_json and not _tables_are_ready():
            raise CommandError(_("The database is not set up for this version: run “manage.py migrate” first."))
        files, self.problems = find_texts(paths or [settings.BASE_DIR / "seeds"])
        for path, reason in self.problems:
            self._complain(path, reason)
        try:
            if as_json:
                self._print_records(files)
            else:
                self._import(files, publish, dry_run)
        except KeyboardInterrupt:
            raise CommandError(
                _("Interrupted. What was imported is whole; run it again to go on."), returncode=130
            ) from None
        if self.problems:
            count = len(self.problems)
            raise CommandError(_("%(count)d could not be imported; see the lines above.") % {"count": count})

    def _import(self, files, publish, dry_run):
        total = Outcome()
        bar = tqdm(files, file=sys.stderr, unit=_("file"), disable=not sys.stderr.isatty(), leave=False)
        for path in bar:
            outcome = self._attempt(
                path,
                lambda raw, p=path: store(printable(p.name), raw, media_type_of(p), publish=publish, dry_run=dry_run),
            )
            if outcome is not None:
                total.add(outcome)
                with tqdm.external_write_mode(file=sys.stderr):
                    self.stdout.write(_line(path, outcome))
        if dry_run:
            self.stdout.write(_("Dry run: nothing was written."))
        self.stdout.write(summary(total, len(self.problems)))

    def _print_records(self, files):
        def record(path):
            return self._attempt(path, lambda raw: parse(decode(raw)[0]).as_json(printable(path.name)))

        records = [record for record in map(record, files) if record is not None]
        self.stdout.write(json.dumps(records, ensure_ascii=False, indent=1))

    def _attempt(self, path, use):
        """Return what use makes of the bytes of a file; a file that cannot be used is named, and the rest goes on."""
        try:
            return use(path.read_bytes())
        except Unreadable as error:
            reason = _REASONS[error.reason]
        except OSError as error:
            reason = reason_of(error)
        except Exception as error:
            # Whatever one file brings up, its transaction is rolled back and the batch goes on.
            logger.debug("The import of %s failed.", path, exc_info=True)
            reason = _("it could not be imported (%(problem)s)") % {"problem": error or type(error).__name__}
        self.problems.append((path, reason))
        self._complain(path, reason)
        return None

    def _complain(self, path, reason):
        with tqdm.external_write_mode(file=sys.stderr):
            self.stderr.write(_("%(file)s: %(problem)s") % {"file": printable(path), "problem": reason})


def _tables_are_ready():
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        raise CommandError(_("The database cannot be used (%(problem)s).") % {"problem": error}) from None
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _line(path, outcome):
    return _(
        "%(file)s: %(created)d created, %(updated)d updated, %(unchanged)d unchanged, %(kept)d kept, %(open)d flags"
    ) % {
        "file": printable(path),
        "open": outcome.flags.total(),
        **vars(outcome),
    }
