"""When it was published, and when it happened."""

import re
from collections import Counter
from datetime import date, timedelta

from .frame import ISO_DATE, iso_day

_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?<![\d—\-])(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日"
)
# So many letters at most are before its first 月: 2025年12
_BEFORE_MONTH = 7
_DAY_ALONE = re.compile(r"(?<![\d月至—\-])(3[01]|[12]\d|[1-9])日(?!电)")
_VAGUE = re.compile(r"近日|日前|近期|近来|连日来|不久前|前不久|农历|正月|腊月")
_YEAR = re.compile(r"((?:19|20)\d\d)年(?<!\d{5}年)")
# A year that a text names as its own, and not as one of its history or its plans.
_OWN_YEAR = re.compile(
    r"(?:召开|举行|举办|启动|开展|做好|全市|全县|全区)[^，。]{0,6}((?:19|20)\d\d)年|((?:19|20)\d\d)年(?=是|度|\d{1,2}月\d{1,2}日)"
)
_TARGET = re.compile(r"(?:到|至|确保|截至|力争|预计|自|从)\s*$")
# The five-year plans of the People's Republic: the first year of the plan with this number.
_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_PLAN_YEAR = re.compile(rf"今年是[“\"]?({'|'.join(_PLANS)})[”\"]?规划?的?(开局|收官|起步|关键)之年")
# What a lead says of its day in the words of the reporter, not of those it quotes.
_RELATIVE = re.compile("(?:“[^”]{0,80}”)?[^“”]{0,40}(?P<day>[昨今])[天日晚晨早]")
# A lead that gives the day of the month alone.
_OPENING_DAY = re.compile("(\\d{1,2})日(?![内后起前均产])")
_LEAD_PARAGRAPHS = 3
# Before the day on which something ends.
_UNTIL = ("至", "到")
# Pages that come as text files are hardly older: a lone earlier year is one of history.
_DIGITAL = 2000


def iso_published(text):
    """Return the ISO date, or date and time, that a text states first; None where it states none."""
    match = ISO_DATE.search(text)
    day = match and iso_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if not day:
        return None
    hour = match["hour"] and int(match["hour"])
    if hour is None or hour > 23 or int(match["minute"]) > 59 or int(match["second"] or 0) > 59:
        return day
    return f"{day}T{hour:02}:{match['minute']}" + (f":{match['second']}" if match["second"] else "")


def page_year(texts, stated):
    """Return the year in which a page was printed, by its own evidence, or None.

    texts: its printed paragraphs; stated: ISO dates that it states of itself (published, issued).
    """
    if stated:
        return int(max(stated)[:4])
    whole = "\n".join(texts)
    plan = _PLAN_YEAR.search(whole)
    if plan and plan[2] != "关键":
        return _PLANS[plan[1]] + (4 if plan[2] == "收官" else 0)
    years = Counter()
    for match in _YEAR.finditer(whole):
        years[int(match[1])] += not _TARGET.search(whole, max(0, match.start() - 4), match.start())
    told = {year for year, count in years.items() if count > 1} | {
        int(match[1] or match[2]) for match in _OWN_YEAR.finditer(whole)
    }
    told = told or {year for year in +years if year >= _DIGITAL}
    if not told:
        return None
    latest = max(told)
    if "明年" in whole and latest - 1 in years:
        latest -= 1
    return latest


def event_date(paragraphs, year, published, dateline):
    """Return the ISO date of the event that a lead reports, or None where it gives none or its year cannot be known.

    paragraphs: those before the first heading. published: the report's own ISO date, after which nothing happened.
    dateline: the day that the report's dateline prints, such as 1月15日, or None.
    """
    if dateline and paragraphs and year and not _opens_with_day(paragraphs[0]):
        day = _of_dateline(paragraphs[0], year, dateline)
        if day:
            return day
    alone = _OPENING_DAY.match(paragraphs[0]) if published and paragraphs else None
    if alone:
        return _last_day(int(alone[1]), date.fromisoformat(published[:10]))
    for paragraph in paragraphs[:_LEAD_PARAGRAPHS]:
        match = _first_day(paragraph)
        told = published and paragraph is paragraphs[0] and _RELATIVE.match(paragraph)
        if told and (match is None or told.end() < match.start()):
            day = date.fromisoformat(published[:10])
            return (day - timedelta(days=told["day"] == "昨")).isoformat()
        vague = _VAGUE.search(paragraph)
        if vague and (match is None or vague.start() < match.start()):
            return None
        if match:
            given = int(match["year"]) if match["year"] else year
            if given is None:
                return None
            day = iso_day(given, int(match["month"]), int(match["day"]))
            if day and published and not match["year"] and day > _soon_after(published):
                day = iso_day(given - 1, int(match["month"]), int(match["day"]))
            return day
    return None


def _opens_with_day(lead):
    """Tell whether a lead gives a day with its month before it gives, as 记者17日 does, the day alone."""
    day, alone = _first_day(lead[:60]), _DAY_ALONE.search(lead[:12])
    return day is not None and not (alone and alone.start() < day.start())


def _first_day(text):
    """Return the match of the first day in a text on which nothing ends, None where there is none."""
    days = _DAY.finditer(text, max(0, text.index("月") - _BEFORE_MONTH)) if "月" in text else ()
    return next((day for day in days if not text.startswith(_UNTIL, max(0, day.start() - 1))), None)


def _last_day(number, published):
    """Return the ISO day of a month, the last one of this number up to a date, None where neither month has it."""
    month = published if number <= published.day else published.replace(day=1) - timedelta(days=1)
    return iso_day(month.year, month.month, number)


def _soon_after(published):
    """Return the ISO day up to which a date without a year is ahead of a publication rather than a year behind it."""
    return (date.fromisoformat(published[:10]) + timedelta(days=60)).isoformat()


def _of_dateline(lead, year, dateline):
    """A lead under a dateline says 今天 or the day of the month alone."""
    stated = _DAY.search(dateline)
    if stated is None:
        return None
    if re.search(r"今[天日]", lead[:80]):
        return iso_day(year, int(stated["month"]), int(stated["day"]))
    alone = _DAY_ALONE.search(lead[:120])
    return iso_day(year, int(stated["month"]), int(alone[1])) if alone else None
