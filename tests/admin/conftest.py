import pytest
from django.contrib.auth.models import Permission


@pytest.fixture
def staff(db, django_user_model):
    """Make a member of the staff who has just the permissions that are named."""

    def make(*codenames):
        user = django_user_model.objects.create_user("江暮云", password="x", is_staff=True)
        permissions = Permission.objects.filter(codename__in=codenames)
        assert len(permissions) == len(codenames)
        user.user_permissions.set(permissions)
        return user

    return make
