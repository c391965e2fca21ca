"""The whole road, as somebody at a browser walks it. The visitor looks at every page that opens."""

import pytest
from django.urls import reverse

from articles.models import Flag, Report, Source, Speaker, Statement

pytestmark = pytest.mark.browser

WORDS = "镁基新材料"
TITLE = "编辑改正过的标题"


@pytest.fixture
def editor(visitor, django_user_model):
    """A visitor who has signed in."""
    django_user_model.objects.create_superuser("bianji", password="yi-er-san-si")
    visitor.open("/admin/")
    visitor.write("#id_username", "bianji")
    visitor.write("#id_password", "yi-er-san-si")
    visitor.click("[type=submit]")
    return visitor


def test_words_lead_to_a_report_and_on_to_a_speaker_and_what_was_said(visitor):
    visitor.open("/")
    visitor.write("#id_q", WORDS)
    visitor.click(".search button")
    assert WORDS in visitor.texts(".teasers mark")

    visitor.click(".teasers .title a")
    report = visitor.path.partition("?")[0]
    assert WORDS in visitor.find("article.report").text
    name = visitor.find("article.report a.named").text
    said = visitor.find("article.report [id^=statement-]:has(+ a.named)").text

    visitor.click("article.report a.named")
    assert visitor.find("h1").text == name
    assert visitor.find(f'h2 a[href="{report}"]')
    assert any(said in text for text in visitor.texts(".statement blockquote"))


def test_a_title_that_an_editor_corrects_is_what_readers_see(editor):
    report = Report.objects.published().newest_first().first()
    editor.open(report.get_absolute_url())
    assert editor.find("h1").text != TITLE
    editor.click("a.edit")
    editor.write("#id_title", TITLE)
    editor.click("[name=_save]")

    editor.sign_out()
    editor.open(report.get_absolute_url())
    assert not editor.texts("a.edit")
    assert editor.find("h1").text == TITLE
    editor.open(f"/reports/?q={TITLE}")
    assert editor.texts(".teasers .title") == [TITLE]


def test_public_pages_are_in_order(visitor):
    lists = ["/", "/reports/", f"/reports/?q={WORDS}&order=relevance", "/speakers/", "/sections/", "/sources/"]
    things = [thing for kind in (Report, Source, Speaker) for thing in kind.objects.published()]
    assert len(things) > 30
    for path in lists + [thing.get_absolute_url() for thing in things]:
        visitor.open(path)


def test_pages_of_the_editors_desk_are_in_order(editor):
    for model in (Report, Source, Speaker, Statement, Flag):
        name = f"admin:{model._meta.label_lower.replace('.', '_')}"
        editor.open(reverse(f"{name}_changelist"))
        editor.open(reverse(f"{name}_change", args=[model.objects.first().pk]))


def test_a_breach_of_the_policy_does_not_go_unseen(visitor):
    visitor.open("/")
    visitor.run("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">红</p>')")
    with pytest.raises(AssertionError, match="Content Security Policy"):
        visitor.look()


def test_a_page_wider_than_a_phone_does_not_go_unseen(visitor):
    visitor.open("/")
    visitor.run("document.querySelector('main').style.minWidth = '600px'")
    with pytest.raises(AssertionError, match="600 pixels of 390"):
        visitor.look()
