"""Two deeds, one right after the other: both are done, and both are told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creditmate.ui.customer.tabs_area import DOCUMENTS, PEOPLE
from creditmate.ui.kit.button import Button
from creditmate.ui.people.person_card import PersonCard
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_customer_deeds import drop, opened, people


@contextmanager
def busy_ledger(office: Office) -> Iterator[None]:
    """The ledger has something else to do meanwhile: nothing that is asked for has begun."""
    begun, gate = Event(), Event()

    def work() -> None:
        begun.set()
        gate.wait()

    office.around.desk.ask(work, lambda _future: None)
    office.until(begun.is_set)
    try:
        yield
    finally:
        gate.set()


def test_two_people_confirmed_one_after_the_other_are_both(office: Office) -> None:
    screen = opened(office)
    screen.area.tabs.choose(PEOPLE)
    area = screen.area.people
    office.until(lambda: len(area.findChildren(PersonCard)) == 2)
    assert all(card.form.confirmed_day != TODAY for card in people(office))
    names = [card.card.form.name for card in area.findChildren(PersonCard)]
    links = {link.accessibleName(): link for link in area.findChildren(Button)}
    with busy_ledger(office):
        for name in names:
            link = links[f"Confirm {name}"]
            link.setFocus()
            QTest.keyClick(link, Qt.Key.Key_Space)
    office.until(lambda: all(card.form.confirmed_day == TODAY for card in people(office)))


def test_two_files_let_go_one_after_the_other_are_both_kept_where_they_were_let_go(
    office: Office, tmp_path: Path
) -> None:
    screen, paths = opened(office), (tmp_path / "order.pdf", tmp_path / "delivery note.pdf")
    told = list[str]()
    screen.told.connect(told.append)
    screen.area.tabs.choose(DOCUMENTS)
    documents = screen.area.documents
    for path in paths:
        path.write_bytes(b"%PDF-1.7 " + path.name.encode())
    with busy_ledger(office):
        for path in paths:
            drop(documents.table, path)
        read = Event()  # what was dropped is read by then: that thread does one after another
        office.around.drawing.ask(lambda: None, lambda _future: read.set())
        office.until(read.is_set)
    office.until(lambda: documents.model.rowCount() == 2)
    office.until(lambda: told.count("The file is kept.") == 2)
