"""Papers in words that are longer than ours: in another language they must fit as well."""

from datetime import date

import pytest

from creditmate.documents.voice import Voice
from creditmate.i18n.pseudo import stretched


def in_longer_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every paper that is drawn from now on speak in stretched words."""

    def longer(self: Voice, locale: str, as_at: date) -> None:
        usual(self, locale, as_at)
        self.gettext = stretched  # type: ignore[assignment]  # its argument is called text

    usual = Voice.__init__
    monkeypatch.setattr(Voice, "__init__", longer)
