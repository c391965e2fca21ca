"""How fast tantivy, with jieba's words as tokens, searches the composed archive: a part of benchmarks.search.

python -m benchmarks.search_tantivy REPORTS FOLDER
"""

import json
import logging
import multiprocessing
import sys
from functools import partial
from pathlib import Path

import jieba
import tantivy

from . import corpus
from .clock import spread
from .queries import classes

_HITS = 20
_CHUNK = 1000

_schema = (
    tantivy.SchemaBuilder()
    .add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    .add_integer_field("order_key", stored=True, fast=True)
    .build()
)


def main(count, folder):
    jieba.setLogLevel(logging.ERROR)
    # In memory only: jieba's cache file lies in a folder that others can write to.
    jieba.dt.FREQ, jieba.dt.total = jieba.dt.gen_pfdict(jieba.dt.get_dict_file())
    jieba.dt.initialized = True
    searcher = _index(count, Path(folder) / f"tantivy-{count}").searcher()
    asked = classes()
    return {name: spread([partial(_newest, searcher, text) for text in texts]) for name, texts in asked.items()}


def _index(count, folder):
    if folder.exists():
        return tantivy.Index.open(str(folder))
    folder.mkdir(parents=True)
    index = tantivy.Index(_schema, path=str(folder))
    writer = index.writer(heap_size=500_000_000)
    chunks = [(count, start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]
    with multiprocessing.Pool() as pool:
        for start, texts in pool.imap(_words, chunks):
            for number, words in enumerate(texts, start):
                writer.add_document(tantivy.Document(words=[words], order_key=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _words(chunk):
    _, start, _ = chunk
    return start, [" ".join(jieba.cut_for_search(report.text)) for report in corpus.composed(*chunk)]


def _newest(searcher, text):
    words = [word for part in text.split() for word in jieba.cut(part)]
    terms = [(tantivy.Occur.Must, tantivy.Query.term_query(_schema, "words", word)) for word in words]
    query = tantivy.Query.boolean_query(terms)
    found = searcher.search(query, _HITS, count=False, order_by_field="order_key", order=tantivy.Order.Desc)
    return [searcher.doc(address)["order_key"] for _, address in found.hits]


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), sys.argv[2])))
