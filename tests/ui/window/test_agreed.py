"""Terms on a customer's page: sent, accepted, taken back, and answered without a click."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from creditmate.domain.acceptance import Method
from creditmate.domain.terms_standing import State
from creditmate.services.acceptances import CustomerTerms
from creditmate.services.sample import SITUATIONS
from creditmate.ui.agreed.accept_dialog import AcceptDialog
from creditmate.ui.agreed.send_dialog import SendDialog
from creditmate.ui.agreed.terms_tab import TermsTab
from creditmate.ui.brief.brief_facts import BriefFacts
from creditmate.ui.brief.proof_facts import ProofFacts
from creditmate.ui.brief.sections import Section
from creditmate.ui.customer.tabs_area import TERMS
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.phrase import Phrase
from creditmate.ui.kit.question import Question
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.theme.tokens import Ink
from creditmate.ui.wishes import OpenCustomer
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_customer_deeds import dialog, opened, press, undo


@pytest.fixture
def viewed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were handed to the system's viewer."""
    shown: list[Path] = []
    monkeypatch.setattr("creditmate.ui.agreed.terms_tab.view", shown.append)
    return shown


def terms(office: Office, code: str) -> CustomerTerms:
    program = office.around.program
    return program.ask(lambda: program.acceptances.of(code, program.clock.today))


def on_terms(office: Office, code: str) -> tuple[CustomerScreen, TermsTab]:
    screen = opened(office, code)
    screen.area.tabs.choose(TERMS)
    tab = screen.area.terms
    office.until(lambda: tab.found is not None and tab.found.customer.code == code)
    return screen, tab


def said(tab: TermsTab) -> str:
    return "\n".join(part.accessibleName() for part in tab.findChildren(Paragraph))


def texts(tab: TermsTab) -> str:
    labels = [part.text() for part in tab.findChildren(QLabel)]
    return "\n".join((*labels, *(part.text() for part in tab.findChildren(Button))))


# ---------------------------------------------------------------- the answer
def test_the_page_answers_without_a_click(office: Office) -> None:
    _screen, tab = on_terms(office, SITUATIONS["terms_signed"])
    office.until(lambda: "version 2" in said(tab))
    shown = said(tab)
    for words in ("Terms of trade, version 2", "Accepted", "Agreed to by name", "Interest, Fixed"):
        assert words in shown
    assert "May be charged" in texts(tab)
    assert "Terms accepted" in tab.sign.words


def test_conduct_is_weak_in_words_and_sign(office: Office) -> None:
    _screen, tab = on_terms(office, SITUATIONS["terms_by_conduct"])
    office.until(lambda: "conduct" in said(tab))
    assert "Terms by conduct only" in tab.sign.words
    assert "Weak:" in said(tab)


@pytest.mark.parametrize(
    ("situation", "words"),
    [
        ("terms_signed", "signed"),
        ("terms_by_conduct", "by conduct only"),
        ("terms_not_returned", "not returned"),
        ("terms_without_proof", "no proof"),
        ("terms_old_version", "an old version"),
    ],
)
def test_the_brief_says_how_it_is_proved(office: Office, situation: str, words: str) -> None:
    program, code = office.around.program, SITUATIONS[situation]
    brief = program.ask(lambda: program.customers.brief(code, TODAY))
    facts = BriefFacts(brief, "en_GB", "en_GB").of(frozenset({Section.TERMS}))
    assert words in " ".join(run.text for fact in facts for run in fact.runs)


# ---------------------------------------------------------------- acting
def test_terms_are_sent_by_keyboard_and_taken_back(office: Office, viewed: list[Path]) -> None:
    code = SITUATIONS["terms_without_proof"]
    _screen, tab = on_terms(office, code)
    tab.send.setFocus()
    office.press(Qt.Key.Key_Space)
    found = dialog(office, SendDialog)
    found.to_whom.setFocus()
    QTest.keyClicks(found.to_whom.input, "Mrs Fennimore")
    QTest.keyClick(found.to_whom.input, Qt.Key.Key_Return)
    office.until(lambda: viewed)
    assert viewed[0].read_bytes().startswith(b"%PDF")
    office.until(lambda: "to Mrs Fennimore" in said(tab))
    assert terms(office, code).standing.state is State.SENT_NOT_RETURNED
    undo(office)
    office.until(lambda: terms(office, code).standing.state is State.NONE)


def test_an_acceptance_with_its_proof(office: Office, tmp_path: Path) -> None:
    code = SITUATIONS["terms_not_returned"]
    _screen, tab = on_terms(office, code)
    (tmp_path / "signed.pdf").write_bytes(b"%PDF-1.4 scanned")
    tab.take(tmp_path / "signed.pdf")
    found = dialog(office, AcceptDialog)
    office.until(lambda: found.said.words == "signed.pdf")
    found.verb.click()
    office.until(found.by_whom.input.accessibleDescription)
    assert "fill this in" in found.by_whom.input.accessibleDescription()
    QTest.keyClicks(found.by_whom.input, "Ann Lee")
    QTest.keyClick(found.by_whom.input, Qt.Key.Key_Return)
    office.until(lambda: terms(office, code).standing.state is State.GOOD)
    office.until(lambda: "Ann Lee" in said(tab))
    assert "signed.pdf" in texts(tab)
    undo(office)
    office.until(lambda: terms(office, code).standing.state is State.SENT_NOT_RETURNED)


def test_by_conduct_no_clause_can_be_ticked(office: Office) -> None:
    _screen, tab = on_terms(office, SITUATIONS["terms_without_proof"])
    tab.record.click()
    found = dialog(office, AcceptDialog)
    assert any(row.isVisible() for row in found.clauses.values())
    found.method.input.setCurrentIndex(found.method.input.findData(Method.CONDUCT.value))
    assert not any(row.isVisible() or row.isChecked() for row in found.clauses.values())
    assert "weakest" in found.method.input.accessibleDescription()
    found.verb.click()
    office.until(lambda: "Terms by conduct only" in tab.sign.words)


def test_a_wrong_acceptance_is_taken_back(office: Office) -> None:
    code = SITUATIONS["terms_signed"]
    _screen, tab = on_terms(office, code)
    back = next(one for one in tab.findChildren(Button)
                if one.accessibleName().startswith("Take back"))  # fmt: skip
    back.setFocus()
    office.press(Qt.Key.Key_Space)
    question = dialog(office, Question)
    assert "signed terms" in question.said[1]
    press(question, Qt.Key.Key_Escape)  # the safe answer
    office.until(lambda: QApplication.activeModalWidget() is None)
    assert terms(office, code).standing.state is State.GOOD
    back.click()
    question = dialog(office, Question)
    question.other.setFocus()
    press(question, Qt.Key.Key_Space)
    office.until(lambda: terms(office, code).standing.state is State.NONE)
    office.until(lambda: "No proof" in tab.sign.words)


def test_whoever_is_known_there_is_offered(office: Office) -> None:
    code = SITUATIONS["terms_not_returned"]
    _screen, tab = on_terms(office, code)
    program = office.around.program
    people = [row.name for row in program.ask(lambda: program.customers.brief(code, TODAY)).people]
    tab.record.click()
    found = dialog(office, AcceptDialog)
    names = found.by_whom.input
    assert (names.text(), [names.itemText(at) for at in range(names.count())]) == ("", people)
    names.setFocus()
    QTest.keyClick(names, Qt.Key.Key_Down)
    assert names.text() == people[0]
    QTest.keyClick(names, Qt.Key.Key_Return)
    office.until(lambda: people[0] in said(tab))
    assert terms(office, code).acceptances[0].by_whom == people[0]


def test_the_band_answers_without_a_click(office: Office) -> None:
    code = SITUATIONS["terms_signed"]
    office.window.fulfil(OpenCustomer(code))
    screen = office.window.screen_shown
    assert isinstance(screen, CustomerScreen)
    proof = terms(office, code).standing.governing
    assert proof is not None

    def told() -> dict[str, str]:
        names = (one.accessibleName() for one in screen.band.findChildren(Phrase))
        return dict(name.split(": ", 1) for name in names if ": " in name)

    office.until(lambda: "May charge" in told())
    accepted = told()["Accepted"]
    assert accepted.startswith(f"{proof.version.title} v{proof.version.number}: ")
    assert proof.proof.by_whom in accepted
    assert accepted.endswith("signed terms")
    assert told()["May charge"] == "11.75% a year by law, and fixed sums"


@pytest.mark.parametrize(
    ("situation", "accepted"),
    [
        ("terms_by_conduct", "by conduct only"),
        ("terms_not_returned", "not returned"),
        ("terms_without_proof", "No proof of terms"),
        ("terms_old_version", "an old version"),
    ],
)
def test_what_is_weak_is_said_in_the_band(office: Office, situation: str, accepted: str) -> None:
    program, code = office.around.program, SITUATIONS[situation]
    page = program.ask(lambda: program.customer_pages.page(code, TODAY))
    facts = ProofFacts(TODAY, "en_GB", "en_GB").of(page.brief.agreed, page.charges)
    (run,) = [run for fact in facts for run in fact.runs if accepted in run.text]
    assert run.ink is Ink.WARNING


def test_what_is_missing_is_said_with_what_can_be_done(office: Office) -> None:
    _screen, tab = on_terms(office, SITUATIONS["terms_without_proof"])
    office.until(lambda: "can be sent to them" in said(tab))
    assert "Nothing shows which terms they agreed to. Terms of trade, version 2" in said(tab)
    _screen, tab = on_terms(office, SITUATIONS["terms_not_returned"])
    office.until(lambda: "ask for it on" in said(tab))
    office.until(lambda: "can be sent to them" not in said(tab))  # it was sent already
    _screen, tab = on_terms(office, SITUATIONS["terms_signed"])
    office.until(lambda: "signed terms" in said(tab))
    assert "No paper is kept with it" in said(tab)
