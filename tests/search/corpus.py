"""A small archive of drawn words, and what is printed in it."""

import random
from datetime import date, timedelta

from articles.search import index_reports
from tests.make import (
    make_contribution,
    make_photo,
    make_report,
    make_section,
    make_source,
    make_speaker,
    make_statement,
)

WORDS = """
    青禾县 春耕 秧苗 云岭 苏晚晴 江暮云 质量发展 高质量 发展质量 利军 会议 会 议 水库
    ，。 、 ： ！ （三期） “金穗杯” 《青禾志》 裡 里 台灣 農業農村 农业农村 🌾 𠮷田 ㎡ ---
    PM2.5 pm10 AB级 ＡＢ級 100% 3.5亿元 ２０２５年 K1路 e+ O'Neil %_ \\ * AND
"""


def make_corpus(size=60):
    """Make and index reports of drawn words, with dates that repeat or are missing."""
    draw = random.Random(20250428)
    sources = [make_source(newspaper=name) for name in ("云岭日报", "雲嶺晚報", "青禾报")]
    speakers = [make_speaker(name) for name in ("苏晚晴", "蘇晚", "程砚秋")]
    make_speaker("苏婉晴", merged_into=speakers[0])

    def words(least, most):
        parts = draw.choices(WORDS.split(), k=draw.randint(least, most))
        return draw.choice(["", "", " "]).join(parts)

    reports = []
    for _ in range(size):
        report = make_report(
            words(2, 4),
            source=draw.choice(sources),
            paragraphs=[words(3, 25) for _ in range(draw.randint(1, 4))],
            kicker=words(0, 2),
            subtitle=words(0, 2),
            column=words(0, 1),
            published_on=draw.choice([None, date(2025, 4, 28), date(2025, 4, 1) + timedelta(draw.randint(0, 40))]),
        )
        make_section(report, words(1, 3), paragraphs=[words(3, 25)])
        make_photo(report, caption=words(2, 6))
        for _ in range(draw.randint(0, 2)):
            statement = make_statement(report, words(2, 6) or "好", speaker=draw.choice([*speakers, None]))
            if not draw.randint(0, 3):  # Corrected by an editor, who left the text as it was.
                statement.text = words(2, 6)
                statement.save()
        for name in draw.sample(["江暮云", "江暮", "CHENG Yan"], draw.randint(0, 2)):
            make_contribution(report, name)
        reports.append(report)
    index_reports(reports)
    return reports


def printed_units(report):
    yield from (report.title, report.kicker, report.subtitle, report.column)
    for section in report.section_set.all():
        yield section.heading
        yield from section.paragraphs
    yield from (photo.caption for photo in report.photo_set.all())
