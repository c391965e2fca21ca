"""The site speaks Chinese: the catalogues are complete and compiled, and no page falls back to English."""

import gettext
import re
import shutil
from ast import literal_eval
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.management import load_command_class
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.text import capfirst

from articles.models import Flag, Report
from articles.search import index_reports
from tests.admin.pages import act, change_url, list_url, save
from tests.make import (
    make_contribution,
    make_photo,
    make_report,
    make_section,
    make_source,
    make_speaker,
    make_statement,
)
from tests.started import Project

LOCALE = Path("articles/locale/zh_Hans/LC_MESSAGES")
CATALOGUES = ["django", "djangojs"]


@dataclass
class Message:
    context: str = ""
    singular: str = ""
    plural: str = ""
    translations: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    fuzzy: bool = False

    @property
    def key(self):
        return (self.context, self.singular)


def read_po(path):
    """Return the messages of a catalogue, without its header and without those that are obsolete."""
    messages = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        message, texts, name = Message(), {}, ""
        for line in block.splitlines():
            if line.startswith("#:"):
                message.places += line[2:].split()
            elif line.startswith("#,"):
                message.fuzzy = "fuzzy" in line
            elif match := re.fullmatch(r'(?:(\S+) )?(".*")', line):
                name = match[1] or name
                texts[name] = texts.get(name, "") + literal_eval(match[2])
        message.context, message.singular = texts.pop("msgctxt", ""), texts.pop("msgid", "")
        message.plural, message.translations = texts.pop("msgid_plural", ""), list(texts.values())
        if message.singular:
            messages.append(message)
    return messages


def placeholders(text):
    return sorted(re.findall(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}", text))


@pytest.fixture(params=CATALOGUES)
def messages(request):
    messages = read_po(settings.BASE_DIR / LOCALE / f"{request.param}.po")
    assert messages
    return messages


def test_every_message_is_translated_with_the_same_placeholders(messages):
    for message in messages:
        assert not message.fuzzy, message
        assert len(message.translations) == 1 and message.translations[0].strip(), message
        assert placeholders(message.translations[0]) == placeholders(message.plural or message.singular), message


def test_chinese_is_written_without_half_width_marks_and_gaps(messages):
    for message in messages:
        text = message.translations[0]
        assert not re.search(r"[一-鿿][,;:!?]|[一-鿿] [一-鿿]|[，。；：！？] ", text), message


@pytest.mark.parametrize("name", CATALOGUES)
def test_the_compiled_catalogue_is_in_step(name):
    expected = {}
    for message in read_po(settings.BASE_DIR / LOCALE / f"{name}.po"):
        key = f"{message.context}\x04{message.singular}" if message.context else message.singular
        expected[(key, 0) if message.plural else key] = message.translations[0]
    with (settings.BASE_DIR / LOCALE / f"{name}.mo").open("rb") as file:
        compiled = dict(gettext.GNUTranslations(file)._catalog)
    compiled.pop("")
    assert compiled == expected


@pytest.mark.skipif(not shutil.which("xgettext"), reason="GNU gettext is not installed")
def test_the_catalogue_holds_just_what_the_code_says(tmp_path):
    code, _, err = Project(tmp_path).manage("makemessages", "--locale", "zh_Hans")
    assert code == 0, err
    found = {message.key for message in read_po(tmp_path / LOCALE / "django.po")}
    assert found == {message.key for message in read_po(settings.BASE_DIR / LOCALE / "django.po")}


def test_words_of_django_that_are_said_better_are_still_djangos():
    django_itself = {
        message.key
        for path in Path(django.__file__).parent.rglob("locale/en/LC_MESSAGES/django.po")
        for message in read_po(path)
    }
    ours = read_po(settings.BASE_DIR / LOCALE / "django.po")
    better = {message.key for message in ours if message.places == ["hebinews/wording.py"]}
    assert better and better <= django_itself


class Words(HTMLParser):
    """What is read or read out on a page: its text, and the labels that stand in attributes."""

    ATTRIBUTES = {"title", "aria-label", "placeholder"}

    def __init__(self, html):
        super().__init__()
        self.silent = 0
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.silent += tag in {"script", "style"}
        self.found += [value for name, value in attrs if name in self.ATTRIBUTES]
        if tag == "input" and attributes.get("type") in {"submit", "button"}:
            self.found.append(attributes.get("value", ""))
        if tag == "meta" and attributes.get("name") == "description":
            self.found.append(attributes["content"])

    def handle_endtag(self, tag):
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self.silent:
            self.found.append(data)


NAMES = {"hebinews", "SHA", "utf", "text", "plain", "Control", "Mac", "Command"}


def assert_chinese(html):
    """Everything that the factories make is Chinese, so that any Latin word is one of ours, a name, or an address."""
    assert '<html lang="zh-hans"' in html
    words = re.sub(r"https?://\S+", "", " ".join(Words(html).found))
    assert re.search("[一-鿿]{2}", words)
    assert set(re.findall(r"[A-Za-z]{2,}", words)) <= NAMES


@pytest.fixture
def report(db):
    source = make_source(
        "春耕开始了。",
        file_name="版面",
        page="第三版",
        importer_version="1",
        sha256="0" * 64,
        spans=[[0, 6, "paragraph", 0, 0]],
    )
    dates = {"published_on": date(2025, 4, 28), "event_date": date(2025, 4, 27)}
    report = make_report(
        source=source, column="民声", origin="通讯社", keywords=["春耕"], continued_from="第一版", **dates
    )
    make_section(report, "一、良种先行")
    make_statement(report, speaker=make_speaker(other_names="苏晓"))
    make_statement(report, "雨水好。", kind="indirect", speaker=make_speaker("程远"))
    make_photo(report)
    make_contribution(report)
    for code, _ in Flag.Code.choices:
        Flag.objects.create(source=source, report=report, code=code, key=code, start=0, end=2)
    make_report("秋收", source=make_source(file_name="无名"), status="draft")
    Flag.objects.create(source=source, code="unassigned", key="")
    index_reports(Report.objects.all())
    return report


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/reports/",
        "/reports/?q=春耕",
        "/reports/?q=无&since=昨天&newspaper=无&page=9&speaker=99",
        "/reports/?q=———&column=民声",
        "/reports/?q=" + "长 " * 150,
        "/speakers/",
        "/speakers/?q=无",
        "/sections/",
        "/sections/?q=无",
        "/sources/",
    ],
)
def test_public_lists_are_chinese(client, report, address):
    assert_chinese(client.get(address).content.decode())


def test_public_pages_are_chinese(client, report):
    statement = report.section_set.first().statement_set.first()
    for place in (report, report.source, statement.speaker):
        html = client.get(place.get_absolute_url()).content.decode()
        assert_chinese(html)
        assert "2025年4月28日" in html


def test_pages_of_failure_are_chinese(client, db):
    assert_chinese(client.get("/reports/0/").content.decode())
    assert_chinese(render_to_string("500.html"))
    assert_chinese(client.get("/", headers={"host": "elsewhere"}).content.decode())
    assert_chinese(Client(enforce_csrf_checks=True).post(reverse("admin:login")).content.decode())
    client.force_login(User.objects.create_user("reader", is_staff=True))
    assert_chinese(client.get(reverse("admin:articles_report_changelist")).content.decode())


def test_the_sign_in_page_is_chinese(client, db):
    address = reverse("admin:login")
    assert_chinese(client.get(address).content.decode())
    assert_chinese(client.post(address, {"username": "无", "password": "无"}).content.decode())


@pytest.fixture
def editor(client, django_user_model):
    user = django_user_model.objects.create_superuser("江暮云")
    client.force_login(user)
    return client


MODELS = [
    "report",
    "flag",
    "speaker",
    "statement",
    "section",
    "source",
    "contributor",
    "contribution",
    "photo",
    "revision",
]


@pytest.mark.parametrize("name", MODELS)
def test_lists_of_the_desk_are_chinese(editor, report, name):
    assert_chinese(editor.get(list_url(name)).content.decode())


def test_forms_of_the_desk_are_chinese(editor, report):
    section = report.section_set.get(heading="")
    statement = section.statement_set.first()
    parts = [section, statement, report.photo_set.get(), report.contribution_set.get()]
    parts += Flag.objects.all()
    for row in (report, report.source, statement.speaker, report.contribution_set.get().contributor, *parts):
        assert_chinese(editor.get(change_url(row)).content.decode())
    for name in ("report", "speaker", "contributor"):
        assert_chinese(editor.get(reverse(f"admin:articles_{name}_add")).content.decode())


def test_the_desk_and_its_accounts_are_chinese(editor, report):
    for name in ("index", "password_change", "auth_user_changelist", "auth_group_changelist", "auth_group_add"):
        assert_chinese(editor.get(reverse(f"admin:{name}")).content.decode())


def test_what_was_changed_is_told_in_chinese(editor, report):
    assert save(editor, report, title="青禾县春耕", continued_on="第五版").status_code == 302
    history = editor.get(reverse("admin:articles_report_history", args=[report.pk])).content.decode()
    assert_chinese(history)
    assert "标题" in history and "下转" in history
    assert_chinese(editor.get(change_url(report.revision_set.get())).content.decode())


def test_what_a_form_refuses_is_told_in_chinese(editor, report):
    assert_chinese(save(editor, report, title="", published_on="昨天").content.decode())
    section = report.section_set.get(heading="")
    assert_chinese(save(editor, section, level="9").content.decode())


def test_actions_answer_in_chinese(editor, report):
    statements = report.section_set.get(heading="").statement_set.all()
    speakers = [statement.speaker for statement in statements]
    assert len(speakers) == 2
    for confirmed in ({}, {"confirmed": "yes"}, {"confirmed": "yes"}):
        assert_chinese(act(editor, "speaker", "merge", speakers, **confirmed).content.decode())
    for action in ("withdraw", "back_to_draft", "publish"):
        assert_chinese(act(editor, "report", action, [report]).content.decode())
    for action in ("resolve", "ignore", "reopen"):
        assert_chinese(act(editor, "flag", action, report.flag_set.all()).content.decode())


def test_permissions_are_offered_for_what_the_desk_shows(editor):
    form = editor.get(reverse("admin:auth_group_add")).context["adminform"].form
    offered = [name for _, name in form.fields["permissions"].choices]
    models = [model for model in apps.get_models() if admin.site.is_registered(model)]
    assert len(offered) == len(set(offered)) == 4 * len(models)
    assert {name.partition("：")[0] for name in offered} == {
        str(capfirst(model._meta.verbose_name)) for model in models
    }


@pytest.mark.parametrize("name", ["import_seeds", "rebuild_search_index"])
def test_commands_print_their_help(name):
    assert name in load_command_class("articles", name).create_parser("manage.py", name).format_help()
