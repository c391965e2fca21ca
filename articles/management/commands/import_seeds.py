import json
import logging
import sys
from concurrent.futures.process import BrokenProcessPool

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, reset_queries
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from tqdm import tqdm

from articles.archive import Outcome, load
from articles.importing import Reason, Unreadable
from articles.management.files import find_texts, media_type_of, printable, reason_of
from articles.management.tables import summary
from articles.preparing import record_of
from articles.workers import in_order

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
        parser.add_argument(
            "--jobs", type=_positive, default=1, metavar="N", help="read texts in N processes (default: 1)"
        )

    def handle(self, *, paths, dry_run, publish, jobs, **options):
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
                self._print_records(files, jobs)
            else:
                self._import(files, publish, dry_run, jobs)
        except KeyboardInterrupt:
            raise CommandError(
                _("Interrupted. What was imported is whole; run it again to go on."), returncode=130
            ) from None
        except BrokenProcessPool:
            raise CommandError(
                _(
                    "A process that was reading texts has died; memory may have run out. "
                    "What was imported is whole; run it again to go on, with fewer --jobs."
                )
            ) from None
        if self.problems:
            count = len(self.problems)
            raise CommandError(_("%(count)d could not be imported; see the lines above.") % {"count": count})

    def _import(self, files, publish, dry_run, jobs):
        total = Outcome()
        described = ((path, printable(path.name), media_type_of(path)) for path in files)
        bar = tqdm(total=len(files), file=sys.stderr, unit=_("file"), disable=not sys.stderr.isatty(), leave=False)
        with bar:
            for path, finish in load(described, publish, dry_run, jobs):
                outcome = self._attempt(path, finish)
                if outcome is not None:
                    total.add(outcome)
                    _tell(self.stdout, _line(path, outcome))
                bar.update()
                reset_queries()  # with DEBUG Django keeps the text of each
        if dry_run:
            self.stdout.write(_("Dry run: nothing was written."))
        self.stdout.write(summary(total, len(self.problems)))

    def _print_records(self, files, jobs):
        described = ((path, (path, printable(path.name))) for path in files)
        found = (self._attempt(path, result) for path, result in in_order(record_of, described, jobs))
        records = [record for record in found if record is not None]
        self.stdout.write(json.dumps(records, ensure_ascii=False, indent=1))

    def _attempt(self, path, finish):
        """Return what becomes of a file; one that cannot be used is named, and the rest goes on."""
        try:
            return finish()
        except BrokenProcessPool:
            raise
        except Unreadable as error:
            reason = _REASONS[error.reason]
        except OSError as error:
            reason = reason_of(error)
        except Exception as error:
            # Whatever one file brings up, its transaction is rolled back and the batch goes on.
            logger.debug("The import of %s failed.", path, exc_info=True)
            reason = _("it could not be imported (%(problem)s)") % {"problem": str(error) or type(error).__name__}
        self.problems.append((path, reason))
        self._complain(path, reason)
        return None

    def _complain(self, path, reason):
        _tell(self.stderr, _("%(file)s: %(problem)s") % {"file": printable(path), "problem": reason})


def _tell(stream, line):
    """Write a line beside the bar; without tqdm's lock, which bears no Ctrl-C and which one writer does not need."""
    with tqdm.external_write_mode(file=sys.stderr, nolock=True):
        stream.write(line)


def _positive(text):
    number = int(text)
    if number < 1:
        raise ValueError
    return number


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
