import pytest

from articles.models import Speaker, Statement
from tests.make import make_report, make_speaker, make_statement

pytestmark = pytest.mark.django_db


def stored(statement):
    return Statement.objects.values_list("folded_text", flat=True).get(pk=statement.pk)


def test_folded_letters_follow_their_text_whatever_way_it_is_saved():
    statement = make_statement(make_report(), "農 業\n\n發展。")
    assert stored(statement) == "农业\n发展。"
    statement = Statement.objects.get(pk=statement.pk)
    statement.text = "春耕"
    statement.save()
    assert stored(statement) == "春耕"
    statement.text = "秋收"
    Statement.objects.bulk_update([statement], ["text", "folded_text"])
    assert stored(statement) == "秋收"
    (other,) = Statement.objects.bulk_create([Statement(section=statement.section, kind="direct", text="ＡＢ級")])
    assert stored(other) == "ab级"


def test_a_row_read_without_its_text_keeps_its_folded_letters():
    statement = make_statement(make_report(), "春耕")
    Statement.objects.defer("text", "folded_text").get(pk=statement.pk).save()
    assert stored(statement) == "春耕"


def test_other_names_of_a_speaker_are_folded_with_the_name():
    speaker = make_speaker("蘇晚晴")
    speaker.other_names = "蘇主任\n晚 晴"
    speaker.save(update_fields=["other_names"])
    assert Speaker.objects.values_list("folded_names", flat=True).get() == "苏晚晴\n苏主任\n晚晴"
