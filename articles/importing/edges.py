"""With which letters a sentence begins, and a headline ends."""

import re

# Letters with which no sentence starts: particles, endings and conjunctions that need something before them.
_NEVER_FIRST = frozenset("的地得了着过性们和与及或并而就也都便则等化率者、，。；：！？”’）》")
# Words that do, though they begin with such a letter.
_YET_FIRST = re.compile(
    "地[面方下处理铁球震道不里有没种]|地区生产|地级及以上|过[年去往节]|和[平谐睦]|化[工肥解验石学纤妆]|等[待候]|得[知益]|就[业医地近]|便[民利捷]|率[先队领]|都[市会]"
    "|的[士哥姐]|着[力眼手火]|性[格能别质]|并[购网轨非不]|而今|也许"
)
# Letters with which no headline ends: they need something behind them.
_NEVER_LAST = frozenset("的地得和与及或并而就也都不很更最要会能可让使从向到在把被对将是有为以之其这那每各")
# Words that do, though they end with such a letter.
_YET_LAST = re.compile(
    "(?:[不值舍获取懂]得|[各大工基土产荒田绿湿高阵场耕草林]地|[目标]的|[机社大议协工盛展晚年市商理监]会|[需重必首纪摘]要"
    "|[应反面针相核不]对|[可技职效功智]能|[成作认行]为|[所没拥国]有|[难可何足]以|[里么]使)$"
)


def opens_no_sentence(text):
    return text[0] in _NEVER_FIRST and not _YET_FIRST.match(text)


def ends_no_headline(text):
    return text[-1] in _NEVER_LAST and not _YET_LAST.search(text)
