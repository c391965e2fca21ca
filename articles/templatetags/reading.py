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
def without(context, name):
    """Return this page's query string without one of its parameters, from the first page on."""
    parameters = context["request"].GET.copy()
    parameters.pop(name, None)
    parameters.pop("page", None)
    return f"?{parameters.urlencode()}"
