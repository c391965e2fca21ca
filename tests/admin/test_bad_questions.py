import pytest
from django.contrib.auth.models import User

from articles.search import index_reports
from tests.admin.make import make_full_report
from tests.admin.pages import list_url
from tests.questions import BAD_QUESTIONS

pytestmark = pytest.mark.django_db

LISTS = ["report", "section", "statement", "photo", "contribution", "contributor", "flag", "source", "speaker"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("asked", BAD_QUESTIONS)
def test_every_list_answers_any_words(admin_client, name, asked):
    index_reports([make_full_report()])
    assert admin_client.get(list_url(name), {"q": asked}).status_code == 200


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        ("report", "source__newspaper"),
        ("report", "column"),
        ("report", "date"),
        ("report", "queue"),
        ("report", "flags"),
        ("report", "o"),
        ("report", "p"),
        ("source", "newspaper"),
        ("source", "media_type"),
        ("statement", "section__report__source__newspaper"),
        ("statement", "kind__exact"),
        ("flag", "status"),
        ("flag", "code__exact"),
        ("contribution", "role__exact"),
    ],
)
def test_every_filter_answers_nul(admin_client, name, parameter):
    make_full_report()
    response = admin_client.get(list_url(name), {parameter: "云\0岭"}, follow=True)
    assert response.status_code == 200


def test_suggestions_and_accounts_answer_nul(admin_client):
    asked = {"term": "苏\0", "app_label": "articles", "model_name": "statement", "field_name": "speaker"}
    assert admin_client.get("/admin/autocomplete/", asked).status_code == 200
    assert admin_client.get("/admin/auth/user/", {"q": "a\0", "is_staff__exact": "\0"}, follow=True).status_code == 200
    assert User.objects.count() == 1


def test_reports_are_asked_for_in_the_language_of_the_public_search(admin_client):
    report, other = make_full_report(column="民声"), make_full_report(column="春讯")
    index_reports([report, other])

    def found(asked):
        return list(admin_client.get(list_url("report"), {"q": asked}).context["cl"].result_list)

    assert found("栏目:民声") == [report]
    assert found("欄目：春訊 或 栏目:民声") == [other, report]
    assert found("种子 -栏目:民声") == [other]


def test_what_is_left_out_of_a_question_is_said(admin_client):
    response = admin_client.get(list_url("report"), {"q": "日期:昨天"})
    (message,) = response.context["messages"]
    assert "昨天" in str(message)
