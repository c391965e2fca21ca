from django import template
from django.urls import reverse

from articles.admin.filters import ReviewQueueFilter
from articles.models import Flag, Report

register = template.Library()


@register.simple_tag
def number_of_drafts():
    return Report.objects.drafts().count()


@register.simple_tag
def number_of_open_flags():
    return Flag.objects.open().count()


@register.simple_tag
def review_queue():
    """Return the address of the drafts, the least certain first."""
    queue = f"{ReviewQueueFilter.parameter_name}={ReviewQueueFilter.DRAFTS}"
    return f"{reverse('admin:articles_report_changelist')}?{queue}"
