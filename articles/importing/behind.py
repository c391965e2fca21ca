"""A page that prints headlines behind their reports, all of them or most."""

from functools import partial

from .cohesion import Cohesion, letter_pairs
from .drafts import HEADLINE, Draft, add_picture, as_text, is_headline, opens_report, without_headings
from .forms import NUMBERED, is_box
from .units import Kind

_LABEL = 8
# What has to speak for a headline behind a text to be its title rather than a heading inside.
_TITLE = 2
# Letter pairs that a headline shares with its text.
_KINDRED = 3


def is_behind(groups):
    """Tell whether the page prints headlines behind their bodies.

    It opens with a body, and its headlines speak of what stands above them rather than of what stands below: where it
    closes with a headline it is enough that they do not speak of the text below.
    """
    content = [group for group in groups if group[0].picture is None and group[0].kind is not Kind.META]
    if len(content) < 2 or is_headline(content[0]):
        return False
    opens = content[0][0].lead or content[0][0].kind is Kind.BYLINE
    leaning = _leaning_back(content)
    return leaning >= 0 if is_headline(content[-1]) else opens and leaning > 0


def _leaning_back(groups):
    """Return how many more letter pairs headlines share with the text above them than with the text below."""
    stretches, headlines = [set()], []
    for group in groups:
        if is_headline(group):
            headlines.append(letter_pairs(group))
            stretches.append(set())
        else:
            stretches[-1] |= letter_pairs(group)
    return sum(
        len(pairs & above) - len(pairs & below)
        for pairs, above, below in zip(headlines, stretches, stretches[1:], strict=False)
    )


def _leans_back(picture, drafts, following):
    """Tell whether a picture right behind a headline shares more with its report than with the next one."""
    if not drafts or not following:
        return False
    pairs = letter_pairs(picture)
    return len(pairs & letter_pairs(drafts[-1].items)) > len(pairs & letter_pairs(following))


def headlines_behind(text, groups, result):
    cohesion = Cohesion(text, groups)
    draft, first = Draft(), 0
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        heads = [unit for unit in group if unit.kind in HEADLINE]
        if group[0].picture is not None:
            # The headline above a picture is that of the report before it; the picture's own stands below.
            texts = [unit for unit in group if unit not in heads]
            if draft.has_body and heads:
                draft = _close(draft, _taken_from_end(draft.items) + heads, result)
                first = index
            elif heads:
                texts = group
            if not draft.has_body and texts is not group and following is not None and is_headline(following):
                draft.items += as_text(texts)
            elif not draft.items and not heads and _leans_back(group, result.drafts, following):
                result.drafts[-1].pictures += group
            else:
                add_picture(texts, draft, result)
        elif heads:
            heads, headings = without_headings(heads)
            if draft.has_body and _ends_report(draft, group, following, partial(cohesion.is_kin, first, index)):
                if draft.heads and not _is_label(draft.heads):
                    result.drafts.append(draft)
                    draft = Draft(heads=heads, items=headings)
                else:
                    heads, ahead = _parted(heads, draft.items, following)
                    draft = _close(draft, heads, result)
                    draft.heads = ahead
                    draft.items += headings
                first = index
            elif draft.items or draft.heads or NUMBERED.match(group[0].lines[0]):
                draft.items += group
            else:
                # Behind a headline there is no text for another: on a page that mixes both, it stands before its own.
                draft.heads = heads
                draft.items += headings
        else:
            signs = group[0].kind is Kind.BYLINE and following is not None and following[0].kind is Kind.BYLINE
            if signs and result.drafts and not draft.items:
                # Of two bylines between bodies the first is that of the headline above it.
                result.drafts[-1].items += group
                continue
            begins = group[0].lead or group[0].kind is Kind.CONTINUED_FROM
            if draft.has_body and (begins or (group[0].kind is Kind.BYLINE and draft.is_complete)):
                draft = _close(draft, [], result)
                first = index
            draft.items += group
    result.drafts.append(draft)


def _parted(heads, above, following):
    """Part headlines in a row into those of the text above them and those that speak rather of the text below."""
    box = next((at for at, unit in enumerate(heads) if at and is_box(unit.lines[0])), None)
    if box:
        return heads[:box], heads[box:]
    above, below = letter_pairs(above), letter_pairs(following or [])
    leaning = [len(pairs & below) - len(pairs & above) for pairs in (letter_pairs([unit]) for unit in heads)]
    ahead = {at: sum(leaning[at:]) for at in range(1, len(heads))}
    at = max(ahead, key=ahead.get, default=len(heads))
    if ahead.get(at, 0) < _KINDRED:
        # A short line right above a byline names the column of what follows.
        signed = len(heads) > 1 and following and following[0].kind is Kind.BYLINE
        names_column = signed and _is_label(heads[-1:]) and heads[-1].width < heads[-2].width
        at = len(heads) - bool(names_column and not letter_pairs(heads[-1:]) & above)
    return heads[:at], heads[at:]


def _is_label(heads):
    """A short line ahead of a body whose headline stands behind it is the name of a column."""
    return len(heads) == 1 and heads[0].width <= _LABEL and heads[0].kind is Kind.HEAD


def _taken_from_end(items):
    """Take the headline units away with which items end, and return them."""
    at = len(items)
    while items[at - 1].kind in HEADLINE:
        at -= 1
    taken = items[at:]
    del items[at:]
    return taken


def _close(draft, heads, result):
    draft.heads += heads
    result.drafts.append(draft)
    return Draft()


def _ends_report(draft, group, following, is_kin):
    """Tell a headline behind its body from a heading inside it; is_kin(): whether the next text shares its words."""
    if following is None or opens_report(following) or draft.is_complete:
        return True
    width = group[0].width
    weight = (width >= 12) + 2 * (len(group) >= 2) - (width <= 8)
    # Only where it can tip the scales, or leave a doubt, are the letters compared.
    if _TITLE - 2 <= weight <= _TITLE:
        weight += not is_kin()
    draft.doubts += ["near_miss_title"] * (weight == _TITLE) + ["near_miss_heading"] * (weight == _TITLE - 1)
    return weight >= _TITLE
