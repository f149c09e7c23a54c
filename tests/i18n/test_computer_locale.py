"""The computer's locale is what Babel says it is, without loading Babel for the usual ones."""

import pytest
from babel import default_locale

from creditmate.i18n.locales import computer_locale

NAMES = ("LANGUAGE", "LC_ALL", "LC_CTYPE", "LANG")


@pytest.mark.parametrize("said", [
    {"LANG": "en_GB.UTF-8"},
    {"LANG": "de_AT"},
    {"LANG": "de"},
    {"LANG": "de_DE@euro"},
    {"LANG": "zh_Hans_CN.UTF-8"},
    {"LANG": "es_419"},
    {"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"},
    {"LC_ALL": "", "LC_CTYPE": "nb_NO", "LANG": "en_GB"},
    {"LANGUAGE": "pt_BR:pt:en", "LANG": "en_US.UTF-8"},
    {"LANGUAGE": "sv", "LANG": "en_US.UTF-8"},
    {"LANG": "not a locale"},
])  # fmt: skip
def test_it_is_what_babel_says(monkeypatch: pytest.MonkeyPatch, said: dict[str, str]) -> None:
    for name in NAMES:
        monkeypatch.setenv(name, said.get(name, ""))
    assert computer_locale() == (default_locale() or "en_GB")


@pytest.mark.parametrize("said", ["", "C", "POSIX", "C.UTF-8"])
def test_none_is_british_english(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", said)
    assert computer_locale() == "en_GB"
