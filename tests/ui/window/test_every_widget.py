"""Every widget of every place: named, reached by keys, and whole in the smallest window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from creditmate.i18n.pseudo import PSEUDO, PseudoWords, stretched
from creditmate.services.program import Program
from creditmate.ui.app import make_application
from creditmate.ui.places import PLACES, Place
from creditmate.ui.theme.theme import Theme
from creditmate.ui.wishes import (
    BringIn,
    EditCustomer,
    OpenCustomer,
    OpenPlace,
    OpenStatements,
    RecordPayment,
    StartCall,
    Wish,
    WriteInvoice,
)
from tests.ui.window.conftest import Office, make_office
from tests.ui.window.walking import clipped, nameless, tabbed, unreached, watch_painting

CODE = "BRAC01"
TURNS, SETTLE = 4, 60
"""An answer may lead to another question; milliseconds for what is drawn late."""
INVOICES = "Customer code,Invoice number,Invoice date,Amount\nNEW,1,2026-11-02,10.00\nNEW,2,x,1\n"


def wish_for(place: Place, folder: Path) -> Wish:
    """How a user gets to a place, with something to be seen in it."""
    ways = (
        OpenCustomer(CODE),
        EditCustomer(CODE),
        StartCall(CODE),
        OpenStatements(),
        WriteInvoice(CODE),
        RecordPayment(CODE),
    )
    for wish in ways:
        if type(wish) in place.takes:
            return wish
    if BringIn in place.takes:
        file = folder / "invoices.csv"
        file.write_text(INVOICES, encoding="utf-8")
        return BringIn(file)
    return OpenPlace(place.key)


@pytest.fixture
def _every_word_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch words as well that have not yet been taken into the template."""

    def longer(_self: PseudoWords, message: str) -> str:
        return f"\u2066{stretched(message)}\u2069"

    monkeypatch.setattr(PseudoWords, "gettext", longer)


@pytest.fixture(params=["en_GB", PSEUDO])
def walker(
    request: pytest.FixtureRequest,
    _every_word_longer: None,
    qtbot: QtBot,
    program: Program,
    theme: Theme,
    ledger: Path,
) -> Iterator[Office]:
    """A user in the smallest window, in English and in longer words read leftwards."""
    office = make_office(qtbot, program, theme, request.param)
    office.window.resize(1024, 700)
    office.open(ledger)
    yield office
    office.window.stop()
    make_application("en_GB", "en_GB")


def settle(office: Office) -> None:
    """Let the window work until the database thread has nothing left to do for it."""
    for _ in range(TURNS):
        office.around.program.ask(lambda: None)
        office.qtbot.wait(SETTLE)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.key)
def test_every_control_is_named_reached_and_whole(
    walker: Office, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = walker.window
    window.fulfil(wish_for(place, tmp_path))
    settle(walker)
    assert window.screens.key == place.key
    cuts = watch_painting(monkeypatch)
    window.grab()
    reached = tabbed(window)
    finds = {
        "has no name": nameless(window),
        "is not reached by Tab": unreached(window, reached),
        "is cut off": [*clipped(window), *(f"{cut.painter}: {cut.text}" for cut in cuts)],
    }
    said = [f"{what}: {find}" for what, found in finds.items() for find in found]
    assert not said, "\n" + "\n".join(dict.fromkeys(said))
