"""One person under several addresses: what merging speakers means for those who read."""

from articles.models import Speaker


def final(speaker):
    """Return the speaker that this one was merged into in the end, or itself."""
    seen = {speaker.pk}
    while speaker.merged_into_id and speaker.merged_into_id not in seen:
        speaker = speaker.merged_into
        seen.add(speaker.pk)
    return speaker


def known_as(speakers):
    """Return {key of every speaker merged into one of these, directly or not, or of itself: key of that one}."""
    whose = {pk: pk for pk in speakers}
    level = list(whose)
    while level:
        merged = Speaker.objects.filter(merged_into__in=level).exclude(pk__in=whose).values_list("pk", "merged_into")
        level = []
        for pk, target in merged.order_by():
            whose[pk] = whose[target]
            level.append(pk)
    return whose
