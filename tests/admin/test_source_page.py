import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import Flag, Report, Source
from articles.provenance import loose_blocks
from tests.admin.pages import change_url
from tests.make import make_report
from tests.spans import source_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    source = source_of(
        ("春耕开始了。\n", "paragraph", 0, 0),
        ("第三版\n", "furniture", None, 1),
        ("油菜<花\n", "furniture", None, 2),
        ("油菜花节开幕。\n", "unassigned", None, 3),
    )
    source.save()
    Flag.objects.create(source=source, code="headline_without_report", key="", start=11, end=15)
    make_report(source=source)
    return source


def give_url(source):
    return reverse("admin:articles_source_give", args=[source.pk])


def choice(source, role="paragraph", number=3):
    place = next(block.place for block in loose_blocks(source) if block.number == number)
    return {"place": [place], "report": source.report_set.get().pk, "role": role}


def paragraphs(source):
    return source.report_set.get().section_set.get().paragraphs


def test_text_of_no_report_is_listed_and_furniture_folded_away(admin_client, source):
    page = admin_client.get(change_url(source)).content.decode()
    form = page.partition('id="loose"')[2].partition("</form>")[0]
    waiting, _, furniture = form.partition("<details>")
    assert "油菜&lt;花" in waiting and "油菜花节开幕。" in waiting and "第三版" not in waiting
    assert "第三版" in furniture and "春耕开始了" not in form
    for anchor in ("raw-7", "raw-11", "raw-16"):
        assert f'href="#{anchor}"' in form and f'<mark id="{anchor}"' in page


def test_chosen_text_is_given_to_the_report(admin_client, admin_user, source):
    response = admin_client.post(give_url(source), choice(source), follow=True)
    assert response.redirect_chain == [(change_url(source), 302)]
    assert [message.level_tag for message in response.context["messages"]] == ["success"]
    assert paragraphs(source) == ["春耕开始了。", "油菜花节开幕。"]
    assert LogEntry.objects.get(user=admin_user).get_edited_object() == source.report_set.get()
    assert 'value="unassigned-' not in response.content.decode()


@pytest.mark.parametrize("missing", ["place", "report", "role"])
def test_nothing_is_given_where_a_choice_is_missing(admin_client, source, missing):
    data = {name: value for name, value in choice(source).items() if name != missing}
    response = admin_client.post(give_url(source), data, follow=True)
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert paragraphs(source) == ["春耕开始了。"]


def test_a_page_that_has_changed_meanwhile_is_shown_again_with_a_warning(admin_client, source):
    data = choice(source)
    source.spans[3][2:4] = ["paragraph", 0]
    source.save()
    response = admin_client.post(give_url(source), data, follow=True)
    assert [message.level_tag for message in response.context["messages"]] == ["warning"]
    assert paragraphs(source) == ["春耕开始了。"]
    assert not LogEntry.objects.exists()


def test_a_report_of_another_page_cannot_be_chosen(admin_client, source):
    other = make_report("别处的报道")
    admin_client.post(give_url(source), {**choice(source), "report": other.pk})
    assert other.section_set.get().paragraphs == ["春耕开始了。"]
    assert Source.objects.get(pk=source.pk).spans == source.spans


def test_only_those_who_may_change_reports_give_text(client, staff, source):
    client.force_login(staff("view_source", "change_source", "view_report"))
    page = client.get(change_url(source)).content.decode()
    assert "油菜花节开幕。" in page and 'name="place"' not in page
    assert client.post(give_url(source), choice(source)).status_code == 403
    assert paragraphs(source) == ["春耕开始了。"]


def test_text_is_given_by_a_form_that_only_this_site_can_send(client, admin_user, source):
    assert client.post(give_url(source), choice(source)).status_code == 302  # to the sign-in page
    client.force_login(admin_user)
    assert client.get(give_url(source)).status_code == 405
    client.handler.enforce_csrf_checks = True
    assert client.post(give_url(source), choice(source)).status_code == 403
    assert paragraphs(source) == ["春耕开始了。"]


def test_a_source_takes_the_same_number_of_queries_for_any_number_of_reports(
    admin_client, source, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as few:
        admin_client.get(change_url(source))
    for position in range(1, 6):
        make_report(source=source, position=position)
        Flag.objects.create(source=source, code="unassigned", key=str(position), start=16, end=23)
    with django_assert_num_queries(len(few)):
        admin_client.get(change_url(source))


def test_a_page_without_a_report_leads_to_adding_one(admin_client, source):
    Report.objects.all().delete()
    page = admin_client.get(change_url(source)).content.decode()
    assert "油菜花节开幕。" in page and 'name="place"' not in page
    address = f"{reverse('admin:articles_report_add')}?source={source.pk}"
    assert f'href="{address}"' in page
    assert admin_client.get(address).context["adminform"].form["source"].value() == str(source.pk)
