"""What signs weigh, as the files in data/ say."""

from functools import cache

from . import knowledge


@cache
def weights(name):
    """Return {sign: its weight} of data/<name>.txt."""
    figures = knowledge.words(name)
    return {sign: float(weight) for sign, weight in zip(figures[::2], figures[1::2], strict=True)}


def weigh(name, signs):
    """Return what signs weigh together by data/<name>.txt."""
    known = weights(name)
    return sum(known[sign] for sign in signs)
