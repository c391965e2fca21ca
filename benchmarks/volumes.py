"""An archive's worth of composed pages: the invented articles, told of many towns, and as long as real reports.

A text holds one to ten reports of about 1,300 characters with two statements each, as in seeds/. A town has its own
people, so a name comes back with the office that it had before; few towns are much in the news, most hardly ever.
"""

import random
import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import accumulate

from tests.importing.composer import compose_columns, compose_markdown, compose_web
from tests.importing.writing import Section, articles

from .pages import headed

_GIVEN = "岚砚棠舟屿禾汀柚苇澄砾沅霁筠荻苓砺浔槿茗溪峤榆桐杉枫枳芷芃蔚藜菁葵薇蘅荃茉莳芫苒"
_TOWNS = [
    first + second
    for first in "青石白柳桃榆枫桐松杏梅竹沙溪云雁鹿鹤鹭麦"
    for second in "岭桥湾坡塘庙林滩沟店堡泉浦渡垸坪"
]
_SHARES = list(accumulate(1 / rank for rank in range(1, len(_TOWNS) + 1)))
_LAYOUTS = (compose_markdown, compose_columns)


def volumes(count, seed=20):
    """Yield (file name, text, number of its reports) of this many texts; the same seed gives the same ones."""
    rng = random.Random(seed)
    for number in range(count):
        chosen = [_article(rng) for _ in range(rng.randint(1, 10))]
        text, _record = rng.choice(_LAYOUTS)(rng, chosen) if len(chosen) > 1 else compose_web(rng, chosen[0])
        yield f"{number // 1000:03}/{number:06}.md", text, len(chosen)


def _article(rng):
    """Return an article of some town, behind whose body stand paragraphs of others in which nobody speaks."""
    town = rng.choices(range(len(_TOWNS)), cum_weights=_SHARES)[0]
    article, *others = rng.sample(headed(), rng.randint(1, 14))
    more = tuple(paragraph for other in others for paragraph in _background(other))
    longer = replace(
        article,
        title=f"{_TOWNS[town]}{article.title}",
        sections=(*article.sections, Section(None, 0, more)) if more else article.sections,
    )
    return _renamed(longer, _names(town))


def _background(article):
    said = [said["text"] for said in article.statements]
    return [paragraph for paragraph in article.paragraphs if not any(text in paragraph for text in said)]


def _renamed(part, names):
    """Return an article, or part of one, with other names in all its strings."""
    if isinstance(part, str):
        return _name_pattern().sub(lambda found: names[found[0]], part)
    if is_dataclass(part):
        return replace(part, **{field.name: _renamed(getattr(part, field.name), names) for field in fields(part)})
    return tuple(_renamed(each, names) for each in part) if isinstance(part, tuple) else part


@cache
def _names(town):
    """Return {name in the invented articles: name in this town}; the surname stays."""
    rng = random.Random(town)
    return {name: _surname(name) + "".join(rng.sample(_GIVEN, 2)) for name in _people()}


def _surname(name):
    return name.rpartition("·")[0] + "·" if "·" in name else name[: 2 if len(name) > 3 else 1]


@cache
def _name_pattern():
    return re.compile("|".join(sorted(map(re.escape, _people()), key=len, reverse=True)))


@cache
def _people():
    """Return the full names of those who speak or write in the invented articles, sorted."""
    said = {said["speaker"]["name"] for article in articles().values() for said in article.statements}
    wrote = {author["name"] for article in articles().values() for author in article.authors}
    return sorted(name for name in said | wrote if name and not re.search("女士|某|老", name))
