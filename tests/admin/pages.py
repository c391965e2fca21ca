"""What a browser does with an admin page."""

from django.urls import reverse


def change_url(obj):
    return reverse(f"admin:articles_{obj._meta.model_name}_change", args=[obj.pk])


def list_url(name):
    return reverse(f"admin:articles_{name}_changelist")


def filled_in(response):
    """Return what a browser would send if the form on a change page were saved as it is."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data = {}
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                data[field.html_name] = str(value).replace("\n", "\r\n")
    return data


def save(client, obj, **changes):
    """Open the change page of an object, fill in the changes, and save. A change to None takes the field away."""
    response = client.get(change_url(obj))
    assert response.status_code == 200
    data = {**filled_in(response), **changes}
    return client.post(change_url(obj), {name: value for name, value in data.items() if value is not None})


def act(client, name, action, objects, **data):
    """Run an action of a list on some objects."""
    selected = [obj.pk for obj in objects]
    return client.post(list_url(name), {"action": action, "_selected_action": selected, **data}, follow=True)


def errors_of(response):
    """Return the names of the fields that a page complains about."""
    assert response.status_code == 200
    names = set(response.context["adminform"].form.errors)
    for inline in response.context["inline_admin_formsets"]:
        names.update(name for errors in inline.formset.errors for name in errors)
    return names
