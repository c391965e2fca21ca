"""The five texts that come with the project, against what a careful editor makes of them (tests/gold)."""

import json

import pytest
from django.conf import settings

from articles.importing import decode, parse

from . import scoring

GOLD = sorted((settings.BASE_DIR / "tests" / "gold").glob("*.json"))


def records(path):
    """Return (the raw text, the import record, the editor's record) of the seed that a gold file is about."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text, _ = decode((settings.BASE_DIR / "seeds" / gold["file"]).read_bytes())
    return text, parse(text).as_json(gold["file"]), gold


def test_every_seed_has_its_gold():
    assert [json.loads(path.read_text(encoding="utf-8"))["file"] for path in GOLD] == sorted(
        path.name for path in (settings.BASE_DIR / "seeds").iterdir()
    )


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_seed_comes_out_as_an_editor_would_have_set_it(path):
    text, record, gold = records(path)
    assert scoring.balance(text, record) == ({}, {})
    means = scoring.mean([scoring.score(record, gold)])
    assert means["mean"] >= 0.95, scoring.table({path.stem: means})


def test_the_seeds_hold_24_reports():
    assert sum(len(records(path)[1]["reports"]) for path in GOLD) == 24
