"""How near an import comes to what a page truly holds. White space and the width of punctuation are free."""

import re
import unicodedata
from collections import Counter, defaultdict

_SHAPES = str.maketrans("“”„「」『』‘’‛―–─•・", '"""""""\'\'\'———··')


def canon(text):
    """Return text without white space, its punctuation in one width and shape."""
    text = unicodedata.normalize("NFKC", text or "").translate(_SHAPES)
    return re.sub(r"[\s\u200b\ufeff]+", "", text)


def letters(text):
    """Return the letters and digits of a text, which an import may neither lose nor double."""
    folded = (part for character in text for part in unicodedata.normalize("NFKC", character))
    return Counter(part for part in folded if part.isalnum())


def paragraphs(report):
    return [paragraph for section in report["sections"] for paragraph in section["paragraphs"]]


def headings(report):
    return [section["heading"] for section in report["sections"] if section["heading"]]


MEASURES = {
    "reports": lambda report: ["report"],
    "title": lambda report: [canon(report["title"])],
    "headline": lambda report: [(f, canon(report[f])) for f in ("column", "kicker", "subtitle") if report[f]],
    "authors": lambda report: [author["name"] for author in report["authors"]],
    "dates": lambda report: [(field, report[field]) for field in ("published", "event_date")],
    "headings": lambda report: list(map(canon, headings(report))),
    "paragraphs": lambda report: list(map(canon, paragraphs(report))),
    "photos": lambda report: [canon(photo["caption"]) for photo in report["photos"]],
    "direct": lambda report: [
        (statement["speaker"]["name"], canon(statement["text"]).strip('".,。!?;'))
        for statement in report["statements"]
        if statement["kind"] == "direct"
    ],
}


def score(predicted, expected):
    """Return {measure: Counter(hit, predicted, expected)} of one import record against the expected one."""
    counts = defaultdict(Counter)
    for one, other in _pairs(predicted["reports"], expected["reports"]):
        for name, measure in MEASURES.items():
            a, b = (Counter(measure(report) if report else []) for report in (one, other))
            counts[name].update(hit=(a & b).total(), predicted=a.total(), expected=b.total())
    return counts


def f1(count):
    """Return the F1 of a Counter that score() returns, 1.0 where there was nothing to find and nothing was found."""
    found = count["predicted"] + count["expected"]
    return 2 * count["hit"] / found if found else 1.0


def mean(scores):
    """Return {measure: F1} over many results of score(), and their mean under "mean"."""
    total = defaultdict(Counter)
    for result in scores:
        for name, count in result.items():
            total[name].update(count)
    values = {name: f1(total[name]) for name in MEASURES}
    return {"mean": sum(values.values()) / len(values)} | values


def table(rows):
    """Return a printed table of {row name: {measure: value}}."""
    columns = ["mean", *MEASURES]
    lines = [f"{'':24}" + "".join(f"{name:>11}" for name in columns)]
    lines += [f"{name:24}" + "".join(f"{values[column]:11.3f}" for column in columns) for name, values in rows.items()]
    return "\n".join(lines)


def balance(text, record):
    """Return (lost, doubled): Counters of the letters of the text that an import record lacks, or has too often."""
    printed = Counter()
    for string in _owned(record):
        printed.update(letters(string))
    wanted = letters(text)
    return wanted - printed, printed - wanted


def _owned(record):
    """Yield every string of a record that owns letters of the text; the other fields repeat what is in these."""
    for report in record["reports"]:
        yield from (report[field] for field in ("title", "kicker", "subtitle", "column", "byline") if report[field])
        yield from headings(report)
        yield from paragraphs(report)
        yield from (photo["caption"] for photo in report["photos"])
        yield from report["marks"]
    yield from record["furniture"]


def _pairs(predicted, expected):
    """Match reports one to one by shared text, the nearest first; what stays alone is paired with None."""
    bags = [
        [_runs("".join(paragraphs(report)) or report["title"]) for report in side] for side in (predicted, expected)
    ]
    shares = sorted(
        ((_share(a, b), i, j) for i, a in enumerate(bags[0]) for j, b in enumerate(bags[1])),
        key=lambda entry: -entry[0],
    )
    pairs, left, right = [], dict(enumerate(predicted)), dict(enumerate(expected))
    for share, i, j in shares:
        if share > 0.5 and i in left and j in right:
            pairs.append((left.pop(i), right.pop(j)))
    return pairs + [(one, None) for one in left.values()] + [(None, other) for other in right.values()]


def _runs(text, length=8):
    text = canon(text)
    return Counter(text[at : at + length] for at in range(max(1, len(text) - length + 1)))


def _share(a, b):
    return 2 * (a & b).total() / max(1, a.total() + b.total())
