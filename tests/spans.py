from articles.models import Source


def source_of(*pieces):
    """Make an unsaved source out of (text, label, report, block)."""
    spans, text = [], ""
    for piece, *rest in pieces:
        spans.append([len(text), len(text) + len(piece), *rest])
        text += piece
    return Source(raw=text.encode(), encoding="utf-8", file_name="版面", spans=spans)
