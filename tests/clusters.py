"""PostgreSQL clusters of a test's own. They have no port: each is reached by a socket in its own folder."""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

_SMALL_AND_QUICK = {
    "listen_addresses": "",
    "fsync": "off",
    "shared_buffers": "16MB",
    "wal_retrieve_retry_interval": "200ms",
}


class Cluster:
    def __init__(self, folder: Path, programs: Path):
        self.folder = folder
        self.data = folder / "data"
        self.url = f"postgresql://postgres@/postgres?host={folder}"
        self._programs = programs

    def run(self, program, *arguments):
        """Run one of PostgreSQL's programs, which refuse to run as root, as the owner of the folder."""
        owner = self.folder.parent.stat().st_uid
        other = {"user": owner, "extra_groups": []} if owner != os.getuid() else {}
        command = [self._programs / program, *arguments]
        subprocess.run(command, cwd=self.folder.parent, check=True, stdout=subprocess.DEVNULL, **other)

    def start(self):
        settings = {**_SMALL_AND_QUICK, "unix_socket_directories": str(self.folder)}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        self.run("pg_ctl", "start", "--silent", f"--pgdata={self.data}", f"--log={self.folder}/log", "-o", options)

    def stop(self):
        """Stop it as if its machine had failed."""
        self.run("pg_ctl", "stop", "--silent", f"--pgdata={self.data}", "--mode=immediate")

    def ask(self, sql):
        with psycopg.connect(self.url, autocommit=True) as connection:
            return connection.execute(sql).fetchall()


@contextmanager
def primary_and_replica():
    """Start a cluster and another that streams from it; skip the test where that cannot be done."""
    programs = _programs()
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        if os.getuid() == 0:
            os.chown(folder, _owner(), -1)
        primary, replica = (Cluster(Path(folder) / name, programs) for name in ("primary", "replica"))
        primary.run(
            "initdb",
            f"--pgdata={primary.data}",
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        running = []
        try:
            primary.start()
            running.append(primary)
            replica.run(
                "pg_basebackup",
                f"--dbname={primary.url}",
                f"--pgdata={replica.data}",
                "--write-recovery-conf",
                "--create-slot",
                "--slot=replica_1",
                "--checkpoint=fast",
                "--no-sync",
            )
            replica.start()
            running.append(replica)
            yield primary, replica
        finally:
            for cluster in running:
                cluster.stop()


def _programs():
    found = [*Path("/usr/lib/postgresql").glob("*/bin/initdb"), *filter(None, [shutil.which("initdb")])]
    if not found:
        pytest.skip("needs PostgreSQL's programs: Debian's package postgresql")
    return max((Path(path).parent for path in found), key=lambda path: [int(n) for n in re.findall(r"\d+", str(path))])


def _owner():
    try:
        return pwd.getpwnam("postgres").pw_uid
    except KeyError:
        pytest.skip("needs a user named postgres: PostgreSQL does not run as root")
