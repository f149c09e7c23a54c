"""Catalogues and labels."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from creditmate.domain.disputes import DisputeReason
from creditmate.domain.kinds import EntryKind
from creditmate.i18n.catalogue import words
from creditmate.i18n.labels import dispute_reason, entry_label


@pytest.fixture
def german(tmp_path: Path) -> Path:
    catalogue = Catalog("de")
    catalogue.add("Balance", "Saldo")
    target = tmp_path / "de" / "LC_MESSAGES"
    target.mkdir(parents=True)
    with (target / "creditmate.mo").open("wb") as file:
        write_mo(file, catalogue)
    return tmp_path


def test_a_region_falls_back_to_its_language(german: Path) -> None:
    assert words("de_AT", german).gettext("Balance") == "Saldo"
    assert words("de-DE", german).gettext("Balance") == "Saldo"


@pytest.mark.parametrize("language", ["tlh", "", "../../etc", "de/../de", "\x00"])
def test_an_unknown_language_is_english(language: str, german: Path) -> None:
    assert words(language, german).gettext("Balance") == "Balance"


@pytest.mark.parametrize("kind", EntryKind)
def test_every_kind_of_entry_has_words(kind: EntryKind) -> None:
    assert entry_label(kind, "{0}{x}", "en_GB").endswith(" {0}{x}")
    assert entry_label(kind, "", "en_GB")[0].isupper()


def test_entries_are_called_as_in_the_pictures() -> None:
    assert entry_label(EntryKind.INVOICE, "2118", "en_GB") == "Invoice 2118"
    assert entry_label(EntryKind.CREDIT_NOTE, "C-0127", "en_GB") == "Credit note C-0127"
    assert entry_label(EntryKind.RECEIPT, "0877", "en_GB") == "Receipt 0877"


@pytest.mark.parametrize("reason", DisputeReason)
def test_every_reason_has_words(reason: DisputeReason) -> None:
    assert dispute_reason(reason.value, "en_GB") != reason.value or reason in {
        DisputeReason.QUALITY,
        DisputeReason.TAX,
        DisputeReason.FREIGHT,
    }
    assert "_" not in dispute_reason(reason.value, "en_GB")


def test_a_reason_in_somebodys_own_words_is_kept() -> None:
    assert dispute_reason("four lengths short", "en_GB") == "four lengths short"
