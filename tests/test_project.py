"""What the files around the code promise one another."""

import hashlib
import re
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.readme import code_blocks

ROOT = settings.BASE_DIR

SEEDS = {
    "000_45a97a47b7395cd5.txt": "3c2ebb1758717dedb883c91cfbe3ea0c82ab44412f992bba61ad8e05759fcf28",
    "001_de1751007f1d1505.txt": "e9820eb106b2af74c3e66f239dbb20f9c566a7fa8b78c2aa678ecf0452b3178c",
    "002_7aad58150c4962bc.txt": "5a3f75b1381acecb74a18dc355b229494f9406870b56fdb701305c86f74d8799",
    "003_3c7ae53d10ee8564.txt": "e1306b3d1ada367304f81cb1f4775852ff2c4ebb6b669e045e480d6711deab53",
    "004_2c934f639d990869.txt": "69a698b6a3d76310a0f4e6f3b7e0e9f63c7e457b22a2cbe6432fa0d1b3e22acd",
}


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt", "benchmarks/requirements.txt"])
def test_every_requirement_is_pinned_and_says_what_it_is_for(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    requirements = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert requirements
    for line in requirements:
        assert re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+ +# \S.*", line), line


def test_the_seeds_are_as_they_came():
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").iterdir()}
    assert found == SEEDS


@pytest.mark.django_db
def test_migrations_are_complete():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_the_readme_begins_with_the_commands_that_serve_and_test():
    serve, test = code_blocks()[:2]
    for command, requirements in ((serve, "-r requirements.txt"), (test, "-r tests/requirements.txt")):
        assert "\n" not in command
        assert command.startswith("python3 -m venv .venv && ")
        assert requirements in command
    assert "import_seeds --publish" in serve and serve.endswith("manage.py runserver")
    assert test.endswith("pytest -n auto")


def test_the_readme_says_the_same_in_both_languages():
    blocks = code_blocks()
    half = len(blocks) // 2
    assert blocks[:half] == blocks[half:]


def test_the_readme_s_pictures_are_there():
    pictures = re.findall(r"!\[[^\]]+\]\((.*?)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert pictures
    for picture in pictures:
        assert 0 < (ROOT / picture).stat().st_size < 300_000


def test_ci_takes_the_test_command_from_the_readme():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in script
    assert not re.search(r"pytest|pip install", script)
