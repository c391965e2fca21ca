"""What the composed archive is asked for: classes of queries, drawn from its own words and texts."""

import heapq
import random
import re
from itertools import pairwise

from . import corpus

_EACH = 30
# How often a word stands in the sixty million words of which jieba's frequencies were counted.
_MIDDLING, _RARE = range(2_000, 6_000), range(4, 12)


def classes():
    """Return {name of a class: its queries}; they are the same for an archive of any size."""
    draw = random.Random("queries")
    words = corpus.vocabulary()
    twos = [word for word in words if len(word) == 2]
    common = heapq.nlargest(_EACH, twos, key=words.get)
    middling = [word for word in twos if words[word] in _MIDDLING]
    rare = [word for word in words if len(word) in (2, 3) and words[word] in _RARE]
    texts = [report.text for report in corpus.composed(10**6, 0, 10**6, 10**6 // (2 * _EACH))]
    return {
        "very common word": common,
        "two common words": [" ".join(pair) for pair in pairwise(draw.sample(common, _EACH) + common[:1])],
        "middling word": draw.sample(middling, _EACH),
        "rare word": draw.sample(rare, _EACH),
        "name or phrase": [
            *draw.sample(corpus.speakers(), _EACH // 2),
            *(_piece(draw, text, 6) for text in texts[: _EACH // 2]),
        ],
        "any two to four letters": [_piece(draw, text, draw.randint(2, 4)) for text in texts[-_EACH:]],
    }


def _piece(draw, text, length):
    """Return letters that stand side by side somewhere in a text, wherever its words begin and end."""
    clause = draw.choice([clause for clause in re.split(r"\W", text) if len(clause) >= length])
    start = draw.randint(0, len(clause) - length)
    return clause[start : start + length]
