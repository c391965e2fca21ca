"""What a report is about, in a few words. Loads jieba's dictionary, so it is for imports and never for web workers."""

from functools import cache

_COUNT = 8


@cache
def _extractor():
    import jieba
    from jieba.analyse import TFIDF

    class Tokenizer(jieba.Tokenizer):
        def initialize(self, dictionary=None):
            """Build the prefix table in memory: jieba's cache in the shared temporary folder is open to others."""
            with self.lock:
                if not self.initialized:
                    self.FREQ, self.total = self.gen_pfdict(self.get_dict_file())
                    self.initialized = True

    extractor = TFIDF()
    extractor.tokenizer = Tokenizer()
    return extractor


def keywords(text):
    """Return up to eight words of two letters or more that mark a text, the most telling first."""
    return [word for word in _extractor().extract_tags(text, topK=_COUNT) if not word.isdigit()]
