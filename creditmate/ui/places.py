"""The places of the window in the order of the sidebar; each appears there when it is built."""

from collections.abc import Callable
from dataclasses import dataclass

from creditmate.i18n.catalogue import N_, words
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.sidebar import NavEntry
from creditmate.ui.screens.customers import CustomersScreen
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its stable key, its title (to be translated), its icon, and how it is made."""

    key: str
    title: str
    glyph: Glyph
    make: Callable[[Surroundings, LedgerFacts], Screen]


PLACES = (Place("customers", N_("Customers"), Glyph.CUSTOMERS, CustomersScreen),)


def nav_entries(language: str) -> list[NavEntry]:
    """Return the sidebar's lines in a language."""
    _ = words(language).gettext
    return [NavEntry(place.key, place.glyph, _(place.title)) for place in PLACES]
