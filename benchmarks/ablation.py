"""What each file of knowledge is worth: how well the importer reads pages with it, and how well with it emptied.

    python -m benchmarks.ablation [--gold FOLDER] [--entries LIST]

Reads composed pages of every kind and, with --gold, the seeds against the records of a perfect import in FOLDER.
Two figures, each with the list, without it and what is lost: the mean of the measures of tests/importing/scoring.py,
and the F1 of what people say, where kind, name, office and words all have to be right.
--entries LIST (such as speech_verbs) takes out the entries of that list instead, each by itself, and prints those
whose absence changes no page: they serve a general form that no page here has, or go.
"""

import argparse
import json
import random
import sys
from collections import Counter
from contextlib import contextmanager
from importlib import resources
from itertools import islice
from pathlib import Path

from articles.importing import decode, knowledge, parse
from tests.importing.scoring import canon, f1, mean, score

from .pages import KINDS, composed

_SEEDS = Path(__file__).parent.parent / "seeds"
_NO_WORD = "\0\0"  # No text that people print holds it; an empty alternative in a pattern would match everywhere.
_OF_WEIGHTS = "_signs"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="a folder of import records, one for each seed")
    # Surnames are a register, in runs of letters; and a sign without its weight would be no sign.
    prunable = [name for name in _lists() if name != "surnames" and not name.endswith(_OF_WEIGHTS)]
    parser.add_argument("--entries", choices=prunable, help="take the entries of this list out one by one")
    options = parser.parse_args()
    sets = {"composed": [page[1:] for page in islice(composed(random.Random(20)), 20 * len(KINDS))]}
    if options.gold:
        sets["seeds"] = list(_seeds(options.gold))
    if options.entries:
        _take_out(options.entries, [text for pages in sets.values() for text, _ in pages])
    else:
        for name, pages in sets.items():
            _empty(name, pages)


def _seeds(gold):
    for path in sorted(gold.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield decode((_SEEDS / record["file"]).read_bytes())[0], record


def _empty(name, pages):
    columns = ("mean", "without", "lost", "said", "without", "lost")
    print(f"{name:24}" + "".join(f"{column:>10}" for column in columns))
    whole = _scores(pages)
    for list_name in _lists():
        with _replaced(list_name, _nothing(list_name)):
            rest = _scores(pages)
        cells = [cell for a, b in zip(whole, rest, strict=True) for cell in (a, b, a - b)]
        print(f"{list_name:24}" + "".join(f"{cell:10.4f}" for cell in cells), flush=True)
    print()


def _nothing(name):
    """Return the words of a list that says nothing: no word that is printed, or signs that weigh nothing."""
    if not name.endswith(_OF_WEIGHTS):
        return _NO_WORD, f"={_NO_WORD}"
    return tuple(word for sign in knowledge.words(name)[::2] for word in (sign, "0"))


def _take_out(name, texts):
    whole = [_record(text) for text in texts]
    entries = knowledge.words(name)
    for entry in entries:
        with _replaced(name, tuple(other for other in entries if other != entry)):
            if all(_record(text) == record for text, record in zip(texts, whole, strict=True)):
                print(entry, flush=True)


def _lists():
    folder = resources.files("articles.importing").joinpath("data")
    return sorted(file.name.removesuffix(".txt") for file in folder.iterdir() if file.name.endswith(".txt"))


@contextmanager
def _replaced(name, words):
    """Let the importer read these words in the place of a list, and forget whatever it made of the list before."""
    read = knowledge.words
    knowledge.words = lambda other: words if other == name else read(other)
    _forget()
    try:
        yield
    finally:
        knowledge.words = read
        _forget()


def _forget():
    for module in [module for name, module in sys.modules.items() if name.startswith("articles.importing.")]:
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


def _record(text):
    return parse(text).as_json("")


def _scores(pages):
    """Return (mean of the measures, F1 of what people say)."""
    results = [(_record(text), expected) for text, expected in pages]
    said = Counter()
    for record, expected in results:
        a, b = _said(record), _said(expected)
        said.update(hit=(a & b).total(), predicted=a.total(), expected=b.total())
    return mean(score(record, expected) for record, expected in results)["mean"], f1(said)


def _said(record):
    return Counter(
        (said["kind"], said["speaker"]["name"], canon(said["speaker"]["office"]), canon(said["text"]))
        for report in record["reports"]
        for said in report["statements"]
    )


if __name__ == "__main__":
    main()
