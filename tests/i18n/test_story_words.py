"""A customer's story in words."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.chasing import Cover, OpenEntry, Portion
from creditmate.domain.disputes import DisputedItem, DisputeEventKind
from creditmate.domain.feeling import Signal
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import Deed, DeedState, Promise, PromiseState, Standing
from creditmate.domain.rows import ContactRow, OpenEntryRow
from creditmate.domain.story import (
    DeedEnded,
    DisputeMoved,
    DisputeRaised,
    DocumentIssued,
    Happening,
    MoneyMoved,
    PaperIssued,
    Pledge,
    PromiseEnded,
    PromiseMade,
    StepDone,
    StoryEvent,
    StoryKey,
    Talk,
    Topic,
)
from creditmate.i18n.bidi import isolated, plain, sentences
from creditmate.i18n.customer_words import (
    item_state_words,
    item_states,
    legal_form_words,
    marks_words,
    role_words,
)
from creditmate.i18n.story_account_words import Told
from creditmate.i18n.story_words import StoryTeller, topic_words

TODAY = date(2026, 11, 23)
MADE, DUE, UNTIL = date(2026, 11, 10), date(2026, 11, 18), date(2026, 11, 20)
KEY = StoryKey(MADE, Happening.TALK, 1)
PROMISE = Promise(1, "GBP", 421_260, MADE, DUE, UNTIL)
TALK = Talk(KEY, "call", "out", "will_pay", "Daniel Marsh", "Ellen Rook", 240, "Slow month.", "")
ITEM = DisputedItem("2064", Money(41_200, "GBP"), Money(121_200, "GBP"))
RAISED = DisputeRaised(KEY, "quantity", "Daniel", date(2026, 11, 25), "Two short.", (ITEM,), None)
TELLER = StoryTeller("en_GB", "en_GB", TODAY)


def said(event: StoryEvent) -> Told:
    told = TELLER.tell(event)
    return replace(told, text=plain(told.text).replace("\u00a0", " "))


def title(**more: object) -> str:
    return said(replace(TALK, **more)).title  # type: ignore[arg-type]


def test_a_call_is_told_with_its_length_its_outcome_and_what_was_promised() -> None:
    pledges = (Pledge(DUE, Money(421_260, "GBP")), Pledge(DUE, None, "send the notes"))
    told = said(replace(TALK, pledges=pledges))
    assert told.title == "Call with Daniel Marsh, 4 min"
    assert (told.tag, told.end, told.is_amount) == ("Will pay", "Ellen", False)
    assert told.text == (
        "Will pay £4,212.60 by Wed 18 Nov. We: send the notes, by Wed 18 Nov. Slow month."
    )


def test_what_they_will_do_is_told_as_theirs() -> None:
    pledge = Pledge(DUE, None, "name a buyer", theirs=True)
    told = said(replace(TALK, notes="", pledges=(pledge,)))
    assert told.text == "They: name a buyer, by Wed 18 Nov."


def test_what_was_noticed_stands_beside_the_outcome() -> None:
    assert said(replace(TALK, signals=(Signal.HESITANT,))).tag == "Will pay · Hesitant"
    letter = replace(TALK, channel="letter", outcome="no_answer", signals=(Signal.HURRIED,))
    assert said(letter).tag == "Hurried"


def test_titles_say_who_spoke_to_whom() -> None:
    assert title(direction="in") == "Daniel Marsh called, 4 min"
    assert title(with_name="", seconds=None) == "Call"
    assert title(with_name="", direction="in", seconds=5) == "They called, 1 min"
    assert title(outcome="voicemail", seconds=None) == "Call to Daniel Marsh"
    assert title(channel="letter", outcome="no_answer", seconds=None) == "Letter to Daniel Marsh"


@pytest.mark.parametrize("channel", ["call", "email", "letter", "text", "meeting", "visit"])
@pytest.mark.parametrize("direction", ["out", "in"])
@pytest.mark.parametrize("outcome", Outcome)
def test_every_contact_has_words(channel: str, direction: str, outcome: Outcome) -> None:
    for name in ("Ann", ""):
        told = said(
            replace(TALK, channel=channel, direction=direction, outcome=outcome, with_name=name)
        )
        assert told.title[0].isupper()
        assert told.tag == told.tag[:1].upper() + told.tag[1:]
        assert (told.tag != "") is (channel == "call" or outcome.reached)


def test_corrections_and_talks_without_a_next_step_say_so() -> None:
    assert said(replace(TALK, none_because="Paid.")).text == "Slow month. No next step: Paid."
    assert said(replace(TALK, corrects=True)).text.endswith("This puts an earlier entry right.")
    assert said(replace(TALK, corrected=True)).text.endswith("Put right by a later entry.")


@pytest.mark.parametrize("why", ["He asked", "He asked."])
def test_why_somebody_went_against_the_policy_is_told(why: str) -> None:
    assert said(replace(TALK, override=why)).text == (
        "Slow month. Contacted all the same: He asked."
    )


@pytest.mark.parametrize(
    ("state", "came", "late", "told"),
    [
        (PromiseState.KEPT, 421_260, 0, ("Promise kept", "£4,212.60, promised by Wed 18 Nov.")),
        (
            PromiseState.LATE_KEPT,
            0,
            421_260,
            (
                "Promised money came late",
                "£4,212.60 was promised by Wed 18 Nov, with time until Fri 20 Nov.",
            ),
        ),
        (
            PromiseState.PART_KEPT,
            10_000,
            0,
            (
                "Part of a promise came",
                "£4,212.60 was promised by Wed 18 Nov. By Fri 20 Nov £100.00 had come.",
            ),
        ),
        (
            PromiseState.BROKEN,
            0,
            0,
            (
                "Promise not kept",
                "£4,212.60 was promised by Wed 18 Nov. By Fri 20 Nov nothing had come.",
            ),
        ),
        (
            PromiseState.WITHDRAWN,
            0,
            0,
            ("Promise withdrawn", "£4,212.60 had been promised by Wed 18 Nov."),
        ),
        (
            PromiseState.REPLACED,
            0,
            0,
            ("Promise replaced", "£4,212.60 by Wed 18 Nov gave way to a newer promise."),
        ),
    ],
)
def test_how_a_promise_ended(
    state: PromiseState, came: int, late: int, told: tuple[str, str]
) -> None:
    found = said(PromiseEnded(KEY, Standing(PROMISE, state, came, late)))
    assert (found.title, found.text) == told


def test_promises_of_ours_and_those_outside_of_talks() -> None:
    deed = Deed(1, "Delivery notes", MADE, DUE)
    assert said(DeedEnded(KEY, deed, DeedState.DONE)).text == "Delivery notes"
    late = said(DeedEnded(KEY, deed, DeedState.LATE))
    assert (late.title, late.text) == ("Our promise is late", "Delivery notes, by Wed 18 Nov")
    theirs = said(PromiseMade(KEY, Pledge(DUE, Money(100, "EUR"))))
    assert (theirs.title, theirs.text) == ("Promise", "Will pay €1.00 by Wed 18 Nov.")
    assert said(PromiseMade(KEY, Pledge(DUE, None, "ring"))).title == "Our promise"


def test_a_dispute_says_what_is_in_question_and_whose_turn_it_is() -> None:
    told = said(RAISED)
    assert told.title == "Query raised: 2064"
    assert told.text == (
        "£412.00 of £1,212.00 for a short delivery. Two short. Raised by Daniel."
        " Ours to answer by Wed 25 Nov."
    )
    assert told.end == "Open 13 days"
    over = said(replace(RAISED, ended_day=UNTIL, items=(replace(ITEM, amount=None, number=""),)))
    assert (over.title, over.end) == ("Query raised", "Ended Fri\u00a020\u00a0Nov")
    assert over.text.startswith("All of £1,212.00 for a short delivery.")
    assert "Ours to answer" not in over.text
    assert said(replace(RAISED, answer_by=None)).text.endswith("Raised by Daniel.")


@pytest.mark.parametrize("kind", DisputeEventKind)
def test_what_became_of_a_dispute(kind: DisputeEventKind) -> None:
    told = said(DisputeMoved(KEY, kind, "price", MADE, "Half of it.", (ITEM,)))
    assert told.title.startswith("Query ")
    assert told.text == "Raised Tue 10 Nov for the price. Half of it."


def test_documents_say_order_and_due_day() -> None:
    invoice = DocumentIssued(
        KEY, DocumentKind.INVOICE, "2331", "PO 8", (DUE,), Money(241_200, "GBP")
    )
    told = said(invoice)
    assert (told.title, told.text) == ("Invoice 2331", "Order PO 8, due Wed 18 Nov")
    assert (told.end, told.is_amount) == ("£2,412.00", True)
    parts = replace(invoice, order_number="", parts=(MADE, DUE, UNTIL))
    assert said(parts).text == "Due in 3 parts, the last Fri 20 Nov"
    credit = replace(invoice, kind=DocumentKind.CREDIT_NOTE, parts=(), order_number="")
    assert (said(credit).title, said(credit).text) == ("Credit note 2331", "")


@pytest.mark.parametrize(
    ("kind", "minor", "title_", "end"),
    [
        (EntryKind.RECEIPT, -15_000, "Payment received", "£150.00"),
        (EntryKind.BOUNCE, 15_000, "Returned payment", "−£150.00"),
        (EntryKind.WRITE_OFF, -15_000, "Write-off", "£150.00"),
        (EntryKind.OPENING, 15_000, "Opening balance", "£150.00"),
    ],
)
def test_money_that_came_is_positive(kind: EntryKind, minor: int, title_: str, end: str) -> None:
    told = said(MoneyMoved(KEY, kind, "", "BRAC01", Money(minor, "GBP"), False))
    assert (told.title, told.end, told.text) == (title_, end, "Reference BRAC01")


def test_money_of_an_unknown_day_says_so() -> None:
    told = said(MoneyMoved(KEY, EntryKind.RECEIPT, "19", "", Money(-1, "GBP"), True))
    assert told.text == "Receipt 19, the books do not say on which day"


def test_what_we_lessened_an_item_by_is_named_once_with_our_reason() -> None:
    kind, amount = EntryKind.CANCELLATION, Money(-1, "GBP")
    told = said(MoneyMoved(KEY, kind, "2383", "", amount, False, "wrong site"))
    assert (told.title, told.text) == ("Cancellation 2383", "Wrong site")


@pytest.mark.parametrize(
    ("kind", "title_"),
    [
        (DocumentKind.INVOICE, "Invoice 2383"),
        (DocumentKind.CREDIT_NOTE, "Credit note 2383"),
        (DocumentKind.CHARGE_NOTE, "Charge note 2383"),
    ],
)
def test_the_paper_of_a_document_is_no_statement(kind: DocumentKind, title_: str) -> None:
    paper = said(PaperIssued(KEY, "2383", MADE, Money(153_060, "GBP"), 1, kind))
    assert (paper.title, paper.text, paper.end) == (title_, "1 page", "£1,530.60")


def test_papers_and_steps() -> None:
    paper = said(PaperIssued(KEY, "S-2611-001", MADE, Money(100, "GBP"), 2))
    assert (paper.title, paper.text) == ("Statement S-2611-001", "As at Tue 10 Nov, 2 pages")
    step = said(StepDone(KEY, "call_back", DUE, "Before noon."))
    assert (step.title, step.text) == (
        "Call-back done",
        "Before noon. It had been set for Wed 18 Nov.",
    )
    assert said(StepDone(KEY, "other", MADE, "")).text == ""
    agenda = said(StepDone(KEY, "other", MADE, "", "visit_agenda"))
    assert agenda.title == "Agenda sent with statement"
    own = said(StepDone(KEY, "other", MADE, "Take the samples along", "visit_step"))
    assert (own.title, own.text) == ("Next step done", "Take the samples along")


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_has_words(topic: Topic) -> None:
    assert topic_words(topic, "en_GB")


# ------------------------------------------------------------------ the rest of the page
ROW = OpenEntryRow(
    1, 1, EntryKind.INVOICE, "7", "", MADE, DUE, Money(10_000, "GBP"), Money(10_000, "GBP")
)
ENTRY = OpenEntry(1, "GBP", MADE, DUE, 10_000)


@pytest.mark.parametrize(
    ("row", "portion", "words"),
    [
        (ROW, Portion(ENTRY, 0, 0), ""),
        (ROW, Portion(ENTRY, 10_000, 0), "under query"),
        (ROW, Portion(ENTRY, 4_000, 0), "£40.00 under query"),
        (ROW, Portion(ENTRY, 0, 0, (Cover(1, UNTIL, 500),)), "promised by 20 Nov"),
        (ROW, Portion(ENTRY._replace(planned_by=UNTIL), 0, 500), "as agreed by 20 Nov"),
        (ROW._replace(open=Money(0, "GBP")), None, "settled"),
        (ROW._replace(open=Money(5, "GBP")), None, "part paid"),
        (ROW._replace(due_day=None, open=Money(-5, "GBP")), None, "not matched yet"),
    ],
)
def test_how_an_item_stands(row: OpenEntryRow, portion: Portion | None, words: str) -> None:
    found = item_state_words(row, portion, "en_GB", "en_GB", TODAY)
    assert found.replace("\u00a0", " ") == words


def test_the_states_that_must_fit_are_among_those_said() -> None:
    said_of_items = item_states("en_GB", "en_GB", UNTIL)
    said = ("under query", "to be credited", "promised by 20\u00a0Nov", "said to be paid")
    assert said_of_items[:4] == said


def test_people_firms_and_marks() -> None:
    person = ContactRow(1, 1, "Ann", "accounts", "pays", "call", "", "", "")
    assert role_words(person, "en_GB") == "Accounts, handles payments"
    assert role_words(person._replace(role="", authority="decides"), "en_GB") == "Decides"
    assert role_words(person._replace(role="", authority="none"), "en_GB") == ""
    assert legal_form_words("charity", "en_GB") == "Charity"
    assert legal_form_words("unknown", "en_GB") == ""
    states = (PromiseState.KEPT, PromiseState.BROKEN)
    assert marks_words(states, "en_GB") == "The newest comes last: kept, date passed"


def test_what_is_kept_together_can_be_read_plainly() -> None:
    assert plain(isolated("020 7946")) == "020 7946"
    assert isolated("") == ""
    assert plain(sentences(("One.", "", "Two."))) == "One. Two."
