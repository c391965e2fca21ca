"""A composed archive of any size: nothing in it was ever printed, but its words are as common as in real text.

Words are drawn by the frequencies of jieba's dictionary, which follow Zipf's law; sentences, paragraphs and reports
have the lengths of the seeds. Dates run over ten years; speakers, reporters and newspapers are invented.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import jieba

FIRST_DAY, DAYS = date(2015, 1, 1), 3652
SPEAKERS, REPORTERS = 200, 40
NEWSPAPERS = ("云岭日报", "青禾晚报", "石匣时报", "渠州新闻", "桐山周刊")
COLUMNS = ("民声", "春耕一线", "市井", "数读", "桥梁", "晚灯", "乡野", "开卷", "问答", "小城故事", "深一度", "街谈")

# So many words are drawn by their frequency once; drawing from them is quick.
_POOL = 4_000_000
_PROPER = ("nr", "ns", "nt", "nz", "eng")
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "晴暮砚岚汀禾舟桐榆朔芷蘅洲野棠苒迦聆弦霁屿澜"
_OFFICES = ("农业农村局局长", "水利局副局长", "镇党委书记", "村党支部书记", "中学校长", "医院院长", "合作社理事长")


@dataclass(frozen=True)
class Composed:
    """A report before it is stored. sections are pairs of heading and paragraphs; statements rows of the number of a
    speaker, office and text, which stand in the last section; reporters are numbers."""

    day: date
    newspaper: str
    column: str
    title: str
    sections: list[tuple[str, list[str]]]
    statements: list[tuple[int, str, str]]
    reporters: list[int]

    @property
    def text(self):
        lines = [self.title, self.column]
        for heading, paragraphs in self.sections:
            lines += [heading, *paragraphs]
        return "\n".join(filter(None, lines))


@cache
def vocabulary() -> dict[str, int]:
    """Return the words of jieba's dictionary, names left out, with how often each was counted."""
    words = {}
    for line in jieba.dt.get_dict_file():
        word, count, kind = line.decode().split()
        if len(word) <= 4 and word[0] >= "一" and not kind.startswith(_PROPER):
            words[word] = int(count)
    return words


@cache
def people(count, seed) -> tuple[str, ...]:
    """Return this many different invented names."""
    draw, names = random.Random(seed), {}
    while len(names) < count:
        names[draw.choice(_SURNAMES) + "".join(draw.choices(_GIVEN, k=2))] = None
    return tuple(names)


def speakers():
    return people(SPEAKERS, "speakers")


def reporters():
    return people(REPORTERS, "reporters")


def composed(count, start=0, stop=None, step=1) -> Iterator[Composed]:
    """Yield reports of an archive of count, oldest first; any of them can be composed by themselves."""
    writer = _Writer()
    for number in range(start, count if stop is None else stop, step):
        yield writer.report(random.Random(number), FIRST_DAY + timedelta(number * DAYS // count))


class _Writer:
    def __init__(self):
        draw = random.Random("words")
        self.words = draw.choices(list(vocabulary()), weights=vocabulary().values(), k=_POOL)

    def report(self, draw, day):
        sections = []
        for number in range(draw.choice((1, 1, 1, 2, 3, 4))):
            heading = self._words(draw, draw.randint(2, 5)) if number else ""
            sections.append((heading, [self._paragraph(draw) for _ in range(draw.randint(2, 5))]))
        statements = []
        for _ in range(draw.choice((0, 0, 1, 1, 2, 3))):
            speaker = min(int(draw.paretovariate(0.6)), SPEAKERS) - 1
            office, text = draw.choice(_OFFICES), self._sentence(draw)
            sections[-1][1].append(f"“{text}”{office}{speakers()[speaker]}说。")
            statements.append((speaker, office, text))
        return Composed(
            day=day,
            newspaper=draw.choices(NEWSPAPERS, weights=(8, 4, 2, 1, 1))[0],
            column=draw.choice(COLUMNS) if draw.random() < 0.3 else "",
            title=self._words(draw, draw.randint(4, 9)),
            sections=sections,
            statements=statements,
            reporters=draw.sample(range(REPORTERS), draw.choice((0, 1, 1, 2))),
        )

    def _words(self, draw, count):
        return "".join(draw.choices(self.words, k=count))

    def _paragraph(self, draw):
        return "".join(self._sentence(draw) for _ in range(draw.randint(1, 4)))

    def _sentence(self, draw):
        clauses = (self._words(draw, max(2, int(draw.gammavariate(2.2, 3.2)))) for _ in range(draw.randint(2, 6)))
        return "，".join(clauses) + draw.choice("。。。。！？")
