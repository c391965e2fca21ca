"""The composed pages that the benchmarks share: every kind of page that tests/importing can lay out."""

from tests.importing.composer import compose_columns, compose_markdown, compose_web
from tests.importing.writing import articles

_SINGLE = {"web": {}, "web on one line": {"one_line": True}}
_COLUMNS = {
    "columns": {},
    "wide columns": {"width": 32},
    "letter-spaced": {"letter_spaced": True},
    "headlines behind": {"letter_spaced": True, "behind": 1},
    "above and behind": {"behind": 0.4},
    "no blank lines": {"blank_lines": False},
}


def headed():
    """Return the invented articles that have a title."""
    return [article for article in articles().values() if article.title]


def composed(rng):
    """Yield (kind, text, record of a perfect import) without end, a page of each kind in turn.

    A web copy holds one article, a printed page three to eight; the same random.Random gives the same pages.
    """
    while True:
        chosen = rng.sample(headed(), rng.randint(3, 8))
        for article, (kind, layout) in zip(chosen, _SINGLE.items(), strict=False):
            yield kind, *compose_web(rng, article, **layout)
        yield "markdown", *compose_markdown(rng, chosen)
        for kind, layout in _COLUMNS.items():
            yield kind, *compose_columns(rng, chosen, **layout)


KINDS = (*_SINGLE, "markdown", *_COLUMNS)
