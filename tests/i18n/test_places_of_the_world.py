"""Countries, currencies and languages to choose from."""

from pathlib import Path

from creditmate.domain.currencies import CODES
from creditmate.i18n.catalogue import languages
from creditmate.i18n.countries import countries, country_defaults, country_of
from creditmate.i18n.currencies import currencies
from creditmate.i18n.locales import language_name
from creditmate.i18n.pseudo import PSEUDO


def test_every_country_that_is_offered_has_its_defaults() -> None:
    offered = countries("en_GB")
    assert ("GB", "United Kingdom") in offered
    assert len(offered) > 200
    for code, _name in offered:
        assert country_defaults(code).currency


def test_countries_stand_where_people_look_for_them() -> None:
    names = [name for _, name in countries("en_GB")]
    assert names.index("Åland Islands") < names.index("Belgium")
    assert dict(countries("de_DE"))["DE"] == "Deutschland"


def test_the_country_of_a_locale() -> None:
    assert country_of("de_AT") == "AT"
    assert country_of("en") == country_of("no such locale") == country_of(PSEUDO) == "GB"
    assert country_of("en_001") == "GB"


def test_every_currency_of_a_ledger_is_offered_by_name() -> None:
    offered = dict(currencies("en_GB"))
    assert offered.keys() == CODES
    assert offered["EUR"] == "EUR, Euro"


def test_languages_are_those_with_a_catalogue(tmp_path: Path) -> None:
    assert languages(tmp_path) == ("en",)
    catalogue = tmp_path / "de" / "LC_MESSAGES"
    catalogue.mkdir(parents=True)
    (catalogue / "creditmate.mo").touch()
    assert languages(tmp_path) == ("en", "de")


def test_languages_are_named_as_their_speakers_do() -> None:
    names = [language_name(code) for code in ("en_GB", "de", "fr_FR", PSEUDO)]
    assert names == ["English", "Deutsch", "Français", "English"]
