from django import template

from articles import citing, reading, search

register = template.Library()


@register.filter
def lead(report):
    return reading.lead(report)


@register.filter
def highlighted(text, query):
    return search.highlight(text, query) if query else text


@register.filter
def snippet(report, query):
    return search.snippet(report, query)


@register.filter
def place(source):
    return citing.place(source)


@register.filter
def source_name(source):
    return citing.source_name(source)


@register.simple_tag(takes_context=True)
def asking(context, parameters):
    """Return this page's query string with other parameters besides, from the first page on."""
    asked = context["request"].GET.copy()
    for name in ("page", "after", "before", *parameters):
        asked.pop(name, None)
    asked.update({name: value for name, value in parameters.items() if value is not None})
    return f"?{asked.urlencode()}"


@register.simple_tag(takes_context=True)
def without(context, name):
    """Return this page's query string without one of its parameters, from the first page on."""
    return asking(context, {name: None})
