from pathlib import Path

import pytest

from tools.catalogues import findings, placeholders, template

WORDS = """
from creditmate.i18n.catalogue import N_, words

LABEL = N_("Debtor")


def say(count: int, language: str) -> str:
    _, ngettext = words(language).gettext, words(language).ngettext
    # NOTE: above the list
    title = _("{count} of {total}")
    return title + words(language).pgettext("verb", "Call") + ngettext("one", "{n} many", count)
"""

PLURAL = """
msgid "One invoice"
msgid_plural "{count} invoices"
msgstr[0] "{}"
msgstr[1] "{}"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    package = tmp_path / "creditmate"
    (package / "cli").mkdir(parents=True)
    (package / "cli" / "words.py").write_text(WORDS)
    return package


@pytest.fixture
def locale(tmp_path: Path, source: Path) -> Path:
    folder = tmp_path / "locale"
    assert findings(fix=True, source=source, locale=folder) == []
    return folder


def translate(locale: Path, text: str, language: str = "de") -> None:
    catalogue = locale / language / "LC_MESSAGES" / "creditmate.po"
    catalogue.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    catalogue.write_text(header + text, encoding="utf-8")


def test_extracts_every_marked_string(source: Path) -> None:
    text = template(source)
    for line in (
        'msgid "Debtor"',
        'msgid "{count} of {total}"',
        "#. NOTE: above the list",
        'msgctxt "verb"\nmsgid "Call"',
        'msgid "one"\nmsgid_plural "{n} many"',
        "#: creditmate/cli/words.py\n",
    ):
        assert line in text


def test_the_template_changes_only_with_the_words(source: Path) -> None:
    before = template(source)
    words = source / "cli" / "words.py"
    words.write_text("\n\n\n" + words.read_text())
    assert template(source) == before
    words.write_text(words.read_text().replace("Debtor", "Debtors"))
    assert template(source) != before


def test_an_old_template_is_told_and_mended(source: Path, locale: Path) -> None:
    (source / "more.py").write_text('_("Statement")')
    assert [
        "creditmate.pot" in found for found in findings(fix=False, source=source, locale=locale)
    ] == [True]
    assert findings(fix=True, source=source, locale=locale) == []
    assert findings(fix=False, source=source, locale=locale) == []


def test_a_missing_template_is_told(source: Path, tmp_path: Path) -> None:
    assert len(findings(fix=False, source=source, locale=tmp_path / "none")) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [("plain", set()), ("{a} of {b:>5} {a!r}", {"a", "b"}), ("{{a}}", set()), ("{}", {""})],
)
def test_placeholders(text: str, names: set[str]) -> None:
    assert placeholders(text) == names


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "{count} of {total}"\nmsgstr "{total}, davon {count}"\n',
        'msgid "{count} of {total}"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "{count} of {total}"\nmsgstr "{zahl}"\n',
        PLURAL.replace("{}", "Eine Rechnung", 1).replace("{}", "{count} Rechnungen", 1),
        PLURAL.replace("{}", "{count} Rechnung", 1).replace("{}", "{count} Rechnungen", 1),
    ],
)
def test_good_translations_pass(entry: str, source: Path, locale: Path) -> None:
    translate(locale, entry)
    assert findings(fix=False, source=source, locale=locale) == []


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "{count} of {total}"\nmsgstr "{count}"\n',
        'msgid "{count} of {total}"\nmsgstr "{zahl} von {total}"\n',
        'msgid "{count} of {total}"\nmsgstr "{count von {total}"\n',
        'msgid "Debtor"\nmsgstr "{name}"\n',
        PLURAL.replace("{}", "Eine Rechnung", 1).replace("{}", "{zahl} Rechnungen", 1),
    ],
)
def test_wrong_placeholders_are_told(entry: str, source: Path, locale: Path) -> None:
    translate(locale, 'msgid "x"\nmsgstr "y"\n', "fr")
    translate(locale, entry)
    (found,) = findings(fix=True, source=source, locale=locale)
    assert "creditmate.po" in found
    assert "became" in found
