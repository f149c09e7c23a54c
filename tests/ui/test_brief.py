"""The brief: everything to know before a call, and only what is asked for."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from creditmate.domain.ageing import Ageing
from creditmate.domain.call_script import Around, Situation, guarded
from creditmate.domain.chasing import Patience
from creditmate.domain.claims import Claim, ClaimStanding, ClaimState
from creditmate.domain.contact_budget import Refusal, Used
from creditmate.domain.contact_details import Told
from creditmate.domain.feeling import Mood
from creditmate.domain.kinds import EntryKind
from creditmate.domain.lateness import NEW_BOOK, Lateness
from creditmate.domain.left_out import WhyNot
from creditmate.domain.money import Money
from creditmate.domain.our_people import Us
from creditmate.domain.priority import Part, ScorePart
from creditmate.domain.promise_register import Matured
from creditmate.domain.promises import Deed, Promise, PromiseState, Standing
from creditmate.domain.rows import ContactRow, CustomerRow, InteractionRow, OpenEntryRow, TaskRow
from creditmate.domain.statement import PayNow
from creditmate.domain.talk_facts import (
    ContactRoom,
    Expectation,
    OurAuthority,
    TalkFacts,
    Tried,
    WasTold,
)
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.services.account_briefs import AccountBrief
from creditmate.services.customers import Brief
from creditmate.services.not_contacted import NotContacted
from creditmate.ui.brief.brief_facts import BriefFacts
from creditmate.ui.brief.brief_page import BriefPage
from creditmate.ui.brief.brief_widget import BriefWidget
from creditmate.ui.brief.brief_words import BriefWords
from creditmate.ui.brief.in_talk import InTalk
from creditmate.ui.brief.sections import FULL, IN_CALL, SHORT, Section
from creditmate.ui.brief.why import Why
from creditmate.ui.kit.button import Button, IconButton
from creditmate.ui.kit.mood_line import MoodLine
from creditmate.ui.kit.phrase import plain
from creditmate.ui.kit.stair import AgeingStair
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import Ink
from tests.ui.kit.looking import has_colour, shown

TODAY = date(2026, 11, 23)
DAY = date(2026, 11, 18)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def account(currency: str, sums: tuple[int, ...], credit: int, disputed: int) -> AccountBrief:
    nothing = Money(0, currency)
    pay = PayNow(nothing, nothing, nothing, nothing, nothing)
    return AccountBrief(Ageing(currency, sums, credit), pay, Money(disputed, currency))


def talk(number: int, outcome: str, notes: str) -> InteractionRow:
    return InteractionRow(number, 1, "call", "out", DAY, "Daniel", outcome, notes, None, "")


BROKEN = Reason(ReasonCode.PROMISE_BROKEN, amount=gbp(421_260), day=DAY)
REASONS = (
    BROKEN,
    Reason(ReasonCode.UNMATCHED, amount=gbp(15_000)),
    Reason(ReasonCode.LATE_SHARE, times=7, of=9),
    Reason(ReasonCode.SILENCE, days=12),
)
BRIEF = Brief(
    as_at=TODAY,
    customer=CustomerRow(1, "BRA014", "Brackenford Foods Ltd", "company", "GB", "en_GB", "GBP", 1,
                         "Quote their order number"),
    accounts=(account("GBP", (241_200, 314_400, 248_040, 121_200, 0), -15_000, 41_200),),
    oldest=OpenEntryRow(7, 1, EntryKind.INVOICE, "2318", "", date(2026, 8, 4), date(2026, 9, 3),
                        gbp(121_200), gbp(121_200)),
    entries=(),
    disputed=(),
    standings=(
        Standing(Promise(1, "GBP", 421_260, DAY, DAY, DAY), PromiseState.BROKEN, 0, 0),
        Standing(Promise(2, "GBP", 180_000, DAY, DAY, DAY), PromiseState.KEPT, 180_000, 0),
    ),
    deeds=(Deed(3, "copies", DAY, date(2026, 11, 20), None),),
    said=(),
    unmatched=(),
    kept_rates=(Matured("GBP", 5, 50_000, 3, 30_000, 0, 0, 2),),
    lateness=Lateness((19, 19, 19, 19, 19), NEW_BOOK),
    last_contacts=(),
    talks=(
        talk(5, "will_pay", "said so"),
        talk(4, "call_back", "Rang\noff"),
        talk(3, "will_pay", ""),
    ),
    before=TalkFacts(
        tried=Tried(2, date(2026, 11, 20)),
        room=ContactRoom(Used(week=1, month=2)),
        expects=Expectation(WasTold(DAY, "Daniel", "call", (Told.DUE_DATE,))),
        may_agree=OurAuthority(6, 0, "GBP"),
        us=Us("Ros", "Kestrel Lane", "0113 496 0100"),
        around=Around(asked=(gbp(642_440),)),
    ),
    made_in={5: (1, 3), 3: (2,)},
    moods=(Mood.WARM, Mood.CALM, Mood.STRAINED),
    contacts_week=0,
    contacts_month=2,
    tasks=(TaskRow(1, 1, "call_back", date(2026, 12, 1), "ask Helen", DAY, None),),
    people=(
        ContactRow(11, 1, "Helen Sowerby", "Finance manager", "decides", "call", "", "2", ""),
        ContactRow(10, 1, "Daniel Marsh", "", "pays", "call", "10 to 12", "0113 496 0142", ""),
    ),
    address=(),
    terms=None,
    line=Line(1, Kind.PROMISE_NOT_KEPT, Channel.CALL, REASONS, (gbp(642_440),),
              (Part(ScorePart.SUM, 24.0),), 81),
)  # fmt: skip


def says(brief: Brief = BRIEF) -> BriefWords:
    return BriefWords(brief, "en_GB", "en_GB")


def text(runs: tuple[object, ...]) -> str:
    return plain(runs).replace("\u00a0", " ")  # type: ignore[arg-type]


def facts(sections: frozenset[Section] = FULL, brief: Brief = BRIEF) -> list[tuple[str, str]]:
    found = BriefFacts(brief, "en_GB", "en_GB").of(sections)
    return [(fact.label, text(fact.runs)) for fact in found]


def test_what_is_owed() -> None:
    figures = [(figure.title, figure.lines, figure.ink) for figure in says().figures()]
    assert figures == [
        ("Owed", ("£9,248.40",), Ink.TEXT),
        ("Overdue", ("£6,836.40",), Ink.DANGER),
        ("Under query", ("£412.00",), Ink.TEXT),
        ("Unallocated", ("£150.00",), Ink.TEXT),
    ]
    assert text(says().oldest()) == "Oldest: Invoice 2318, £1,212.00, due 3 Sep, 81 days late"
    assert says().second_line() == "BRA014 · Usually pays 19 days late"


def test_two_currencies_are_two_lines_and_never_a_sum() -> None:
    euros = account("EUR", (0, 0, 0, 0, 7_000), 0, 0)
    both = says(replace(BRIEF, accounts=(*BRIEF.accounts, euros)))
    assert [figure.lines for figure in both.figures()][:3] == [
        ("£9,248.40", "€70.00"),
        ("£6,836.40", "€70.00"),
        ("£412.00", "–"),
    ]
    assert [[step.figure for step in steps if step.minor] for steps in both.stairs()] == [
        ["£2,412.00", "£3,144.00", "£2,480.40", "£1,212.00"],
        ["€70.00"],
    ]


def test_nothing_open_is_said() -> None:
    bare = says(replace(BRIEF, accounts=(), oldest=None, line=None))
    assert {figure.lines for figure in bare.figures()} == {("–",)}
    assert {figure.ink for figure in bare.figures()} == {Ink.MUTED}
    assert text(bare.oldest()) == "Nothing is open."
    assert bare.stairs() == []
    assert bare.why() == ("Not on today's list.", "")
    assert (bare.points(), bare.goal(), bare.opening()) == ("", ("", ""), "")


def test_whoever_is_within_grace_is_followed_up_from_a_day() -> None:
    waits = replace(BRIEF, line=None, patience=Patience(date(2026, 11, 27), 5))
    said = says(waits).why()[0].replace("\u00a0", " ")
    assert said == "Late, and followed up from 27 Nov (grace of 5 days)."


def test_why_it_is_here_in_words_and_the_points_by_themselves() -> None:
    first, others = says().why()
    assert first.replace("\u00a0", " ") == "Date passed: £4,212.60 by 18 Nov, nothing received"
    assert others == "late 7 of the last 9 · no contact for 12 days"
    assert says().points() == "Sum 24"


def test_what_to_say_and_to_whom() -> None:
    assert says().goal() == (
        "Goal of this call",
        "What got in the way, and a firm day for £6,424.40.",
    )
    assert (
        says()
        .opening()
        .startswith("“Good morning Daniel, it’s Ros from Kestrel Lane. We agreed £4,212.60 for")
    )
    line = BRIEF.line
    assert line is not None
    letter = says(replace(BRIEF, line=line._replace(channel=Channel.LETTER)))
    assert letter.goal()[0] == "Goal"
    assert (
        says(replace(BRIEF, people=()))
        .opening()
        .startswith("“Good morning, it’s Ros from Kestrel Lane. We agreed")
    )


def test_the_last_contacts_with_what_both_sides_promised() -> None:
    found = [[text(line) for line in talk.lines] for talk in says().talks()]
    assert found == [
        ["They: £4,212.60 by 18 Nov date passed", "We: copies, by 20 Nov we are late"],
        ["Call back later. Rang\noff"],
        ["They: £1,800.00 by 18 Nov kept"],
    ]
    inks = [run.ink for talk in says().talks() for line in talk.lines for run in line[1:]]
    assert inks == [Ink.DANGER, Ink.WARNING, Ink.TEXT, Ink.POSITIVE]


def test_why_somebody_went_against_the_policy_stands_below_what_came_of_it() -> None:
    promised, free, *_ = (replace(row, override="He asked") for row in BRIEF.talks)
    found = [
        [text(line) for line in talk.lines]
        for talk in says(replace(BRIEF, talks=(promised, free))).talks()
    ]
    assert found[0][2:] == ["Contacted all the same: He asked."]
    assert found[1] == ["Call back later. Rang\noff", "Contacted all the same: He asked."]


def test_where_the_mood_goes_if_it_was_noted() -> None:
    assert says().mood() == ("Mood: cooling", [4, 3, 2])
    assert says(replace(BRIEF, moods=())).mood() == ("", [])


def test_what_is_known() -> None:
    assert facts() == [
        ("Speak to", "Daniel Marsh, 0113 496 0142, best 10 to 12"),
        ("Decides", "Helen Sowerby, Finance manager"),
        ("Promises", "3 of 5 kept 2 not in time £300.00 of £500.00"),
        ("Contacts", "1 of 3 this week, 2 of 10 this month"),
        ("Told", "the due day, to Daniel on 18 Nov"),
        ("Next step", "Tue 1 Dec Call: ask Helen"),
        ("Remember", "Quote their order number"),
    ]
    assert next(label for label, _ in facts(SHORT)) == "Promises"
    alone = replace(
        BRIEF, people=BRIEF.people[:1], kept_rates=(Matured("GBP", 5, 0, 5, 0, 0, 0, 0),)
    )
    assert facts(frozenset({Section.WHOM, Section.DECIDES, Section.PROMISES}), alone) == [
        ("Speak to", "Helen Sowerby, 2"),
        ("Promises", "5 of 5 kept"),
    ]


def test_what_is_not_as_it_should_be_says_so() -> None:
    room = ContactRoom(Used(week=3, month=4), next_day=date(2026, 11, 27), why=Refusal.WEEK)
    before = replace(BRIEF.before, room=room, expects=Expectation())
    wanted = frozenset({Section.BUDGET, Section.TOLD})
    assert facts(wanted, replace(BRIEF, before=before)) == [
        (
            "Contacts",
            "3 of 3 this week, 4 of 10 this month"
            " our next from 27 Nov: as many this week as we allow ourselves",
        ),
        ("Told", "the due day was not told yet"),
    ]


def test_in_a_call_one_sees_what_one_may_agree_and_how_they_pay() -> None:
    told = dict(facts(IN_CALL))
    assert told["You may"] == "a plan of up to 6 parts; ask before a discount"
    assert told["Habit"] == "late 5 of the last 5 times"
    assert "Speak to" not in told


def test_whom_we_tried_in_vain_is_one_line() -> None:
    assert says().tried().replace("\u00a0", " ") == (
        "Tried 2 times since, last 20 Nov, without an answer"
    )
    before = replace(BRIEF.before, tried=Tried())
    assert says(replace(BRIEF, before=before)).tried() == ""


def test_whoever_is_not_on_the_list_is_opened_to_only_in_a_call() -> None:
    idle = replace(BRIEF, line=None, before=replace(BRIEF.before, around=Around()))
    assert (says(idle).goal(), says(idle).opening()) == (("", ""), "")
    rung = BriefWords(idle, "en_GB", "en_GB", InTalk(idle.script, "Ann Lee"))
    assert rung.goal()[0] == "Goal of this call"
    assert rung.opening().startswith("“Good morning Ann, it’s Ros from Kestrel Lane. ")
    queried = replace(idle, before=replace(BRIEF.before, around=Around(disputed=(gbp(500),))))
    assert queried.script.situation is Situation.DISPUTE
    assert "£5.00" in says(queried).opening()


def test_whoever_may_not_discuss_the_account_is_told_nothing_of_it() -> None:
    shut = BriefWords(BRIEF, "en_GB", "en_GB", InTalk(guarded(BRIEF.script), "Helen Mason"))
    assert "£" not in shut.opening() + shut.goal()[1]
    assert "May I speak with Helen Mason?" in shut.opening()
    assert "0113 496 0100" in shut.opening()


# ------------------------------------------------------------- the widget
@dataclass
class Reader:
    """Somebody who looks at a brief."""

    qtbot: QtBot
    widget: BriefWidget

    @property
    def page(self) -> BriefPage:
        """What is seen, once Qt has shown it."""
        self.qtbot.waitUntil(lambda: len(self._pages()) == 1)
        return self._pages()[0]

    def _pages(self) -> list[BriefPage]:
        return [page for page in self.widget.findChildren(BriefPage) if page.isVisible()]

    def said(self) -> list[str]:
        """What is read out of it."""
        parts = (part for part in self.page.findChildren(QWidget) if part.isVisible())
        names = (part.accessibleName().replace("\u00a0", " ") for part in parts)
        return [name for name in names if name]

    def sees_nothing(self) -> None:
        self.qtbot.waitUntil(lambda: not self._pages())


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> Reader:
    made = BriefWidget(theme, "en_GB", "en_GB")
    shown(qtbot, made, width=376)
    return Reader(qtbot, made)


def test_nothing_is_shown_until_there_is_a_brief(reader: Reader) -> None:
    reader.sees_nothing()
    reader.widget.show_brief(BRIEF)
    assert reader.widget.brief is BRIEF
    assert "Brackenford Foods Ltd" in reader.said()
    reader.widget.show_brief(None)
    reader.sees_nothing()


def test_what_they_say_to_have_paid_is_there_to_be_looked_for(reader: Reader) -> None:
    claim = Claim(
        7, 1, None, DAY, "Daniel", date(2026, 11, 16), "transfer", "4711", "GBP", 121_200, DAY
    )
    found = replace(BRIEF, said=(ClaimStanding(claim, ClaimState.FOUND, 0),))
    assert says(found).said_paid() == []
    brief = BRIEF
    for state, stands in (
        (ClaimState.WAITING, "not yet found; we wait until Wed 18 Nov"),
        (ClaimState.NOT_FOUND, "not found"),
    ):
        brief = replace(BRIEF, said=(ClaimStanding(claim, state, 121_200),))
        told = "£1,212.00 said paid on Mon 16 Nov by transfer, reference 4711,"
        assert [text(runs) for runs in says(brief).said_paid()] == [f"{told} {stands}"]
    reader.widget.show_brief(brief)
    heard: list[str] = []
    reader.widget.look_asked.connect(heard.append)
    links = [one for one in reader.page.findChildren(Button) if one.text() == "Look for it…"]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert heard == [BRIEF.customer.code]


def test_only_what_is_asked_for_is_said(reader: Reader) -> None:
    reader.widget.show_brief(BRIEF)
    assert reader.page.findChildren(AgeingStair)
    assert reader.page.findChildren(Why)
    reader.widget.show_sections(SHORT)
    assert not reader.page.findChildren(Why)
    reader.widget.show_sections(frozenset({Section.WHOM}))
    assert reader.said() == ["Daniel Marsh, 0113 496 0142, best 10 to 12"]


def test_points_are_shown_on_request_and_stay_for_the_next_customer(reader: Reader) -> None:
    reader.widget.show_brief(BRIEF)
    assert "Sum 24" not in reader.said()
    why = reader.page.why
    assert why is not None
    why.link.setFocus()
    QTest.keyClick(why.link, Qt.Key.Key_Space)
    assert "Sum 24" in reader.said()
    reader.widget.show_brief(replace(BRIEF, contacts_week=1))
    assert "Sum 24" in reader.said()


def test_the_button_beside_the_name_opens_the_customer(reader: Reader) -> None:
    reader.widget.show_brief(BRIEF)
    assert not reader.page.findChildren(IconButton)
    reader.widget.show_sections(FULL | {Section.OPEN})
    (button,) = reader.page.findChildren(IconButton)
    with reader.qtbot.waitSignal(reader.widget.opened) as opened:
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert opened.args == ["BRA014"]


def test_one_word_of_a_line_is_coloured(reader: Reader, theme: Theme) -> None:
    reader.widget.show_sections(frozenset({Section.CONTACTS}))
    reader.widget.show_brief(BRIEF)
    for colour in (theme.colours.danger, theme.colours.warning, theme.colours.positive):
        assert has_colour(reader.page, colour)


def test_the_mood_is_drawn_only_where_there_is_one(reader: Reader) -> None:
    reader.widget.show_sections(frozenset({Section.CONTACTS}))
    reader.widget.show_brief(BRIEF)
    (line,) = reader.page.findChildren(MoodLine)
    assert line.accessibleName() == "Mood: cooling"
    reader.widget.show_brief(replace(BRIEF, moods=()))
    assert not reader.page.findChildren(MoodLine)


def test_who_was_never_in_contact_says_so(reader: Reader) -> None:
    reader.widget.show_sections(frozenset({Section.CONTACTS}))
    reader.widget.show_brief(replace(BRIEF, talks=()))
    assert "None yet" in [text.text() for text in reader.page.findChildren(Text)]


def test_who_is_left_out_today_is_told_why_with_what_is_open_there() -> None:
    out = NotContacted(1, "ACME", "Acme", WhyNot.TOO_SOON, (gbp(500),), until=date(2026, 12, 1))
    first, others = says(replace(BRIEF, left_out=out)).why()
    assert (
        first.replace("\u00a0", " ")
        == "Not on today's list: contacted only a short time ago; again from 1 Dec."
    )
    assert others
    first, others = says(replace(BRIEF, left_out=out, line=None)).why()
    assert (first[:24], others) == ("Not on today's list: con", "")
