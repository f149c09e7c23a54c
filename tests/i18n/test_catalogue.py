"""In which language somebody is written to."""

from pathlib import Path

from creditmate.i18n.catalogue import spoken


def test_who_speaks_no_language_of_ours_is_written_to_in_english_throughout(tmp_path: Path) -> None:
    (tmp_path / "de" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "de" / "LC_MESSAGES" / "creditmate.mo").write_bytes(b"")
    found = [spoken(locale, "en_US", tmp_path) for locale in ("de_AT", "en_IE", "fr_FR", "de")]
    assert found == ["de_AT", "en_IE", "en_US", "de"]
    assert spoken("fr_FR", "de_DE", tmp_path) == "en_GB"
