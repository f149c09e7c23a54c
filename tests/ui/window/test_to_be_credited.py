"""What was answered in the customer's favour is not under query any more: it is to be credited."""

from functools import partial

from creditmate.db.connection import execute
from creditmate.documents.sheet import Text
from creditmate.documents.statement import lay_out
from creditmate.domain.customer_list import Flag, Narrow, Wanted
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.i18n.customer_words import item_state_words
from creditmate.services.customers import Brief
from creditmate.services.worklists import WorkDay
from creditmate.ui.brief.brief_facts import BriefFacts
from creditmate.ui.brief.brief_words import BriefWords
from creditmate.ui.brief.sections import Section
from creditmate.ui.invoices.list_cells import standing
from creditmate.ui.invoices.side_words import SideWords
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_call import plain

CODE = "BRIN01"
"""Has put 86.40 of an invoice under query."""
EN = ("en_GB", "en_GB")


def answer(office: Office, outcome: DisputeEventKind) -> None:
    sql = (
        "SELECT d.id FROM dispute d JOIN customer c ON c.id = d.customer_id"
        f" WHERE c.code = '{CODE}' AND d.ended_day IS NULL"
    )
    program = office.around.program
    ((made,),) = program.ask(lambda: execute(sql).fetchall())
    program.ask(partial(program.disputes.end, made, outcome))


def brief(office: Office) -> Brief:
    return office.around.program.ask(partial(office.around.program.customers.brief, CODE, TODAY))


def under_query(found: Brief) -> tuple[str, list[str]]:
    """What the brief's figure says, and what its facts do."""
    figure = next(one for one in BriefWords(found, *EN).figures() if one.title == "Under query")
    facts = BriefFacts(found, *EN).of(frozenset({Section.ARRANGED}))
    said = [run.text for one in facts if one.label == "To be credited" for run in one.runs]
    return plain(", ".join(figure.lines)), [plain(one) for one in said]


def item_states(office: Office) -> set[str]:
    program = office.around.program
    page = program.ask(partial(program.customer_pages.page, CODE, TODAY))
    rows = page.brief.entries
    return {plain(item_state_words(r, page.portions.get(r.id), *EN, TODAY)) for r in rows}


def whole_day(office: Office) -> WorkDay:
    reading = office.around.program.worklists.reading(TODAY)
    day = reading.go_on()
    while not day.is_whole:
        day = reading.go_on()
    return day


def test_the_brief_the_account_and_today_tell_the_two_apart(office: Office) -> None:
    program = office.around.program
    assert under_query(brief(office)) == ("£86.40", [])
    assert "£86.40 under query" in item_states(office)
    answer(office, DisputeEventKind.UPHELD)
    assert under_query(brief(office)) == ("–", ["£86.40, our credit note is not written yet"])
    assert "£86.40 to be credited" in item_states(office)
    assert not any("under query" in one for one in item_states(office))
    day = program.ask(lambda: whole_day(office))
    reasons = {r.code for row in day.rows if row.code == CODE for r in row.line.reasons}
    assert ReasonCode.TO_CREDIT in reasons
    assert ReasonCode.IN_QUESTION not in reasons
    script = brief(office).before.around
    assert script.disputed == ()  # of what they were told is right nobody asks what is wrong


def test_the_invoice_says_so_in_the_list_and_beside_it(office: Office) -> None:
    program = office.around.program
    sql = (
        "SELECT e.document_id FROM dispute d JOIN dispute_item i ON i.dispute_id = d.id"
        " JOIN entry e ON e.id = i.entry_id JOIN customer c ON c.id = d.customer_id"
        f" WHERE c.code = '{CODE}' AND d.ended_day IS NULL"
    )
    ((document,),) = program.ask(lambda: execute(sql).fetchall())

    def said() -> tuple[str, str]:
        found = program.ask(partial(program.invoice_pages.detail, document, TODAY))
        marks = next(iter(SideWords(*EN).marks(found)))
        return standing(found.row, *EN)[0], plain(marks)

    tag, mark = said()
    assert tag == "Under query"
    assert mark.startswith("£86.40 under query since")
    answer(office, DisputeEventKind.UPHELD)
    tag, mark = said()
    assert tag == "To be credited"
    assert mark.startswith("£86.40 to be credited, asked on")


def test_whose_queries_are_answered_is_not_among_those_under_query(office: Office) -> None:
    program = office.around.program

    def listed() -> bool:
        found = program.ask(
            partial(program.customer_lists.listing, Wanted(narrow=Narrow.DISPUTED), TODAY)
        )
        return CODE in {row.code for row in found.head}

    def flag() -> Flag | None:
        return program.ask(partial(program.customer_pages.page, CODE, TODAY)).flag

    assert listed()
    answer(office, DisputeEventKind.UPHELD)
    assert not listed()
    assert flag() is not Flag.DISPUTE


def test_a_statement_does_not_let_them_wait_for_an_answer_they_have(office: Office) -> None:
    program = office.around.program

    def words_of() -> str:
        drafts, _ = program.ask(partial(program.statements.drafts, TODAY, [CODE]))
        marks = (mark for sheet in lay_out(drafts[0].paper).sheets for mark in sheet.marks)
        return plain(" ".join(mark.text for mark in marks if isinstance(mark, Text)))

    assert "Please leave it until we have answered" in words_of()
    answer(office, DisputeEventKind.UPHELD)
    said = words_of()
    assert "until we have answered" not in said
    assert "To be credited" in said
    assert "less what we are to credit" in said
