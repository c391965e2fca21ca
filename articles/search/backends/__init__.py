"""Where the tokens are kept, one module for each kind of database, named as Django names it.

Each has the same functions, and LOOK_FIRST:

add(documents)
    keep the tokens of these SearchDocuments, none of which is stored
write(documents)
    keep the tokens of these unsaved SearchDocuments in place of those of the stored ones
candidates(rows, document, wanted)
    narrow a queryset of rows to those whose SearchDocument, to which the path document leads, has the tokens of
    articles.search.tokens.query_tokens, and perhaps some more
next_keys(connection, wanted, span, ascending, most)
    return the order keys of the first candidates in a span, in descending or ascending order
LOOK_FIRST
    in how many documents looking for the letters themselves is faster than asking the index
first_candidates(rows, document, wanted, span, ascending, most)
    where LOOK_FIRST is 0: narrow a queryset of rows to those of the first candidates in a span
until(connection, end)
    a context that is left as soon as something is read from the connection when time.monotonic() has passed end
tidy()
    drop what belongs to no SearchDocument, return how many; refresh the planner's figures
"""

from importlib import import_module


def backend_of(connection):
    return import_module(f".{connection.vendor}", __name__)
