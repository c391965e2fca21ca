"""Who works at the desk: Django's own pages, with permissions named in the words of the desk."""

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.auth import admin as accounts
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from .base import NamesChanges

_ACTIONS = {"add": _("add"), "change": _("change"), "delete": _("delete"), "view": _("view")}


class PermissionsField(forms.ModelMultipleChoiceField):
    """What permissions allow. Django stores their names in English; model and action tell it in any language."""

    def label_from_instance(self, permission):
        name = capfirst(permission.content_type.model_class()._meta.verbose_name)
        return f"{name}：{_ACTIONS[permission.codename.partition('_')[0]]}"


class NamesPermissions(NamesChanges):
    """Accounts are given permissions for what the desk shows; nothing asks for others."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.remote_field.model is Permission:
            models = [model for model in apps.get_models() if self.admin_site.is_registered(model)]
            shown = list(ContentType.objects.get_for_models(*models).values())
            kwargs |= {"form_class": PermissionsField, "queryset": Permission.objects.filter(content_type__in=shown)}
        return super().formfield_for_manytomany(db_field, request, **kwargs)


admin.site.unregister([Group, User])


@admin.register(Group)
class GroupAdmin(NamesPermissions, accounts.GroupAdmin):
    pass


@admin.register(User)
class UserAdmin(NamesPermissions, accounts.UserAdmin):
    pass
