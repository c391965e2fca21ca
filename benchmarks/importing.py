"""How fast the importer reads, beside jieba's bare segmentation of the same text.

    python -m benchmarks.importing [--quick]

Three tables: characters a second of parse (no database) and of jieba.cut, and the ratio parse / jieba, for each seed,
for each kind of composed page and for a composed corpus of 10 MB; what four times the text costs, for pages that
invite trouble (4.0 is linear growth); and the memory that it takes.
Both run in one process, held to one core, and take turns every ten texts, so that a change of the machine's pace meets
both; times are processor time, the table prints medians of the runs.
jieba's dictionary is loaded before the clock starts, and in memory: its cache file is open to others. A ratio above
1 means that parsing is the faster one. --quick: a tenth of the corpus, and fewer runs.
"""

import argparse
import os
import random
import resource
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from articles.importing import decode, parse

from .pages import KINDS, composed

_SEEDS = Path(__file__).parent.parent / "seeds"
_MEGABYTE = 1_000_000
_TURN = 10
_SENTENCE = "青桐县石匣乡引水工程全线贯通，清亮的渠水流进河湾、坡头、上庄等9个村的田间，可灌溉旱田7000余亩。"

# Pages that invite trouble, by their size: characters, lines or marks.
_SHAPES = {
    "one line, 1 MB": (_MEGABYTE // 3, lambda size: _SENTENCE * (size // len(_SENTENCE))),
    "one line without a stop, 1 MB": (_MEGABYTE // 3, lambda size: "渠水流进河湾村的田间" * (size // 10)),
    "20,000 short lines": (20_000, lambda size: "清亮的渠水流进河湾、\n坡头的田间。\n" * (size // 2)),
    "100,000 blank lines": (100_000, lambda size: _SENTENCE + "\n" * size + _SENTENCE),
    "20,000 pairs of quotation marks": (20_000, lambda size: "“渠水来了，”他说。" * size),
    "20,000 opening quotation marks": (20_000, lambda size: "“渠水来了，他说。" * size),
    "5,000 headings": (5_000, lambda size: "".join(f"# 第{n}段渠道\n\n{_SENTENCE}\n\n" for n in range(size))),
    "5,000 plain headlines": (5_000, lambda size: f"引水工程全线贯通\n\n{_SENTENCE}\n\n" * size),
    "20,000 names behind posts": (20_000, lambda size: "水利局局长申屠砚介绍，" * size),
    "4,000 people who speak": (4_000, lambda size: "\n\n".join(map(_speech, range(size)))),
    "600 names run together": (600, lambda size: f"{_SENTENCE}（记者 {'申屠砚' * size}）"),
    "4,000 adverbs": (4_000, lambda size: f"申屠砚{'高兴地' * size}说，渠水来了。"),
    "4,000 rows of a web page": (4_000, lambda size: "发布时间：2025-04-16 来源：云溪日报\n" * size),
    "2,000 lists in an article": (
        2_000,
        lambda size: "渠水来了\n\n2025-04-16 来源：云溪日报\n" + f"　　{_SENTENCE}\n相关阅读\n·渠水流进田间\n" * size,
    ),
    "20,000 brackets": (20_000, lambda size: "（" * size + "渠水" + "）" * size),
    "300,000 spaces": (300_000, lambda size: "渠水" + " " * size + "流进田间"),
}


def _speech(number):
    """Return a paragraph in which somebody of a name of his own speaks."""
    given = chr(ord("一") + number % 100) + chr(ord("一") + number // 100)
    return f"“渠水来了，大家都很高兴。”水利局局长周{given}说。"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="a tenth of the corpus, and fewer runs")
    quick = options.parse_args().quick
    _hold_to_one_core()
    kinds = _corpus(_MEGABYTE if quick else 10 * _MEGABYTE)
    corpus = [text for texts in kinds.values() for text in texts]
    seeds = {path.name: [decode(path.read_bytes())[0]] for path in sorted(_SEEDS.glob("*.txt"))}

    before = _peak()
    _parse_all(corpus)
    parsing = _peak() - before
    jieba = tokenizer()

    print(f"{'characters a second':34}{'characters':>12}{'parse':>12}{'jieba.cut':>12}{'parse/jieba':>12}")
    for name, texts in seeds.items():
        _compare(name, texts, jieba, runs=5 if quick else 25)
    for kind in KINDS:
        _compare(kind, kinds[kind][: 10 if quick else 40], jieba, runs=3)
    _compare(f"composed corpus, {_size(corpus) / _MEGABYTE:.1f} MB", corpus, jieba, runs=1 if quick else 3)

    print(f"\n{'growth':34}{'seconds':>12}{'of a quarter':>14}{'times':>8}")
    for name, (size, build) in _SHAPES.items():
        _grow(name, build(size // 4), build(size), runs=1 if quick else 3)

    print(f"\nmemory: {parsing:.0f} MB for parsing the corpus, on top of {before:.0f} MB that hold it and the program")


def _hold_to_one_core():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _corpus(size):
    """Return {kind: texts} of composed pages that come to this many bytes."""
    kinds, written = defaultdict(list), 0
    for kind, text, _ in composed(random.Random(10)):
        if written >= size:
            return kinds
        kinds[kind].append(text)
        written += _size([text])
    return kinds


def _size(texts):
    return sum(len(text.encode()) for text in texts)


def tokenizer():
    import jieba

    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


def _compare(name, texts, tokenizer, runs):
    pairs = [_in_turns(texts, tokenizer) for _ in range(runs)]
    characters = sum(map(len, texts))
    parsing, cutting = (characters / median(times) for times in zip(*pairs, strict=True))
    print(f"{name:34}{characters:12,}{parsing:12,.0f}{cutting:12,.0f}{parsing / cutting:12.2f}", flush=True)


def _in_turns(texts, tokenizer):
    """Return how long parsing these texts takes, and how long cutting them, in seconds."""
    turns = (texts[at : at + _TURN] for at in range(0, len(texts), _TURN))
    times = [(_timed(_parse_all, turn), _timed(cut_all, tokenizer, turn)) for turn in turns]
    return map(sum, zip(*times, strict=True))


def _grow(name, quarter, whole, runs):
    pairs = [(_timed(parse, quarter), _timed(parse, whole)) for _ in range(runs)]
    small, large = (median(times) for times in zip(*pairs, strict=True))
    print(f"{name:34}{large:12.3f}{small:14.3f}{large / small:8.1f}", flush=True)


def _parse_all(texts):
    for text in texts:
        parse(text)


def cut_all(tokenizer, texts):
    for text in texts:
        for _ in tokenizer.cut(text):
            pass


def _timed(function, *arguments):
    start = time.process_time()
    function(*arguments)
    return time.process_time() - start


def _peak():
    """Return the most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
