"""The agenda and the letter with it: what they say in the finished PDF, and where."""

from dataclasses import fields, replace
from datetime import date, time

import pytest

from creditmate.documents.page import RIGHT, PageSize, page
from creditmate.documents.papers import Concern, Replaced
from creditmate.documents.visit_agenda import draw_agenda
from creditmate.documents.visit_agenda_paper import (
    AccountGlance,
    AgendaItem,
    Attendee,
    LooseCredit,
    VisitAgenda,
)
from creditmate.documents.visit_cover import cancelled_text, cover_text, draw_cover, entry_words
from creditmate.documents.window import PRESETS, Preset
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.visits import SlotKind
from tests.documents.builders import a_card
from tests.documents.longer_words import in_longer_words
from tests.documents.reading import Drawn, drawn, find, on_line, pence, texts
from tests.documents.visit_builders import AGENDA, GLANCE

NOT_FOR_THEM = (
    "observation",
    "mood",
    "risk",
    "fall_back",
    "limit",
    "cost",
    "owner",
    "inner",
    "note",
)


def pages(paper: VisitAgenda = AGENDA) -> list[list[Drawn]]:
    made = draw_agenda(paper).drawn
    found = drawn(made.pdf)
    assert len(found) == made.pages
    return found


def said(paper: VisitAgenda = AGENDA) -> str:
    return " ".join(text for one in pages(paper) for text in texts(one))


def many(count: int) -> VisitAgenda:
    items = tuple(
        AgendaItem(time(9 + n // 4, n % 4 * 15), f"Point number {n + 1}", "What there is to say")
        for n in range(count)
    )
    return replace(AGENDA, items=items)


def test_the_record_has_no_field_for_what_is_ours() -> None:
    named = {field.name for field in fields(VisitAgenda)}
    assert not [name for name in named for word in NOT_FOR_THEM if word in name]


def test_the_one_of_the_picture_is_one_page_with_all_there_is() -> None:
    (only,) = pages()
    found = " ".join(texts(only))
    for words in (
        "Our visit to you on Thursday 3 December 2026",
        "Thank you for making time for us. We should like to hear",
        "10:30 to 11:30, about 1 hour",
        "Your office, Unit 6, Tannery Yard, Overmere",
        "Ruth Okafor, director; Daniel Prentice, accounts",
        "Ellen Rook, owner; Tom Ashby, deliveries",
        "Your own points first, if you wish",
        "Your account at 23 November",
        "Receipt 0877, not yet matched",
        "May we ask you to have ready",
        "Statement S-2611-014",
        "Your own points",
        "please ring Ellen Rook on 01632 960 144 or write to accounts@rookmere.example.",
        "We will telephone on 2 December to make sure.",
        "V-2611-006",
        "Page 1 of 1",
    ):
        assert words in found
    assert [text for text in texts(only) if text[:2] in {"10", "11"} and text[2] == ":"][1:] == [
        "10:30", "10:40", "10:50", "11:00", "11:10", "11:20", "11:25",
    ]  # fmt: skip


def test_the_account_adds_up_on_the_page() -> None:
    (only,) = pages()
    rows = ("Not due", "Overdue", "Receipt 0877, not yet matched", "Balance")
    figures = [pence(on_line(only, find(only, row).baseline)[-1].text) for row in rows]
    assert figures == [292_140, 381_370, -30_000, 643_510]
    assert sum(figures[:3]) == figures[3]


@pytest.mark.parametrize(
    ("purpose", "printed"),
    [
        ("To agree on the spring", "We should like to agree on the spring."),
        ("We come to listen", "We come to listen."),
        ("How are things with you?", "How are things with you?"),
    ],
)
def test_a_sentence_has_its_stop(purpose: str, printed: str) -> None:
    assert f"Thank you for making time for us. {printed}" in said(replace(AGENDA, purpose=purpose))


def test_a_zero_is_a_dash_and_nothing_open_is_said() -> None:
    (only,) = pages(replace(AGENDA, account_at=(AccountGlance(Money(0, "GBP"), GLANCE.overdue),)))
    assert on_line(only, find(only, "Not due").baseline)[-1].text == "–"
    assert "Nothing is open on it." in said(replace(AGENDA, account_at=()))


def test_more_loose_credits_than_have_room_are_one_sum() -> None:
    loose = tuple(LooseCredit(EntryKind.RECEIPT, str(n), Money(-1_000, "GBP")) for n in range(5))
    (only,) = pages(replace(AGENDA, account_at=(replace(GLANCE, loose=loose),)))
    row = find(only, "Receipts and credits, not yet matched")
    assert pence(on_line(only, row.baseline)[-1].text) == -5_000


def test_each_currency_is_named_where_there_are_several() -> None:
    other = AccountGlance(Money(0, "EUR"), Money(12_300, "EUR"))
    found = said(replace(AGENDA, account_at=(GLANCE, other)))
    assert "euros" in found
    assert "€123.00" in found
    assert "euros" not in said()


def test_a_postcode_is_not_parted_where_the_line_ends() -> None:
    (only,) = pages(replace(AGENDA, place="Reach House, Calder Way, Stonegarth, QW7 9AA"))
    assert any("QW7 9AA" in one.text.replace("\u00a0", " ") for one in only)


def test_the_next_currency_stands_clear_of_the_figures_above_it() -> None:
    other = AccountGlance(Money(0, "EUR"), Money(12_300, "EUR"))
    (only,) = pages(replace(AGENDA, account_at=(GLANCE, other)))
    pitch = find(only, "Overdue").baseline - find(only, "Not due").baseline
    above, named = find(only, "Under query, within it"), find(only, "euros")
    assert named.baseline - above.baseline > 1.4 * pitch


def test_a_replaced_one_says_which_and_a_draft_has_no_number() -> None:
    assert "This replaces our agenda V-2611-006 of 23 November." in said(
        replace(AGENDA, replaces=Replaced("V-2611-006", date(2026, 11, 23)))
    )
    draft = said(replace(AGENDA, number=""))
    assert "V-2611" not in draft
    assert "Draft" in draft


def test_on_a_shorter_page_there_are_fewer_lines_for_their_points_not_a_second_page() -> None:
    letter = replace(AGENDA, size=PageSize.LETTER, window=PRESETS[Preset.US_10])
    assert len(pages()) == 1
    (only,) = pages(letter)
    assert find(only, "Your own points").baseline < find_closing(only)


def find_closing(only: list[Drawn]) -> float:
    return next(one.baseline for one in only if one.text.startswith("If the day or the time"))


@pytest.mark.parametrize("count", [8, 9, 10, 14, 40])
def test_many_items_stand_in_one_column_and_their_lines_stay_four_together(count: int) -> None:
    paper = many(count)
    found = pages(paper)
    numbered = [text for one in found for text in texts(one) if text.startswith("Point number")]
    assert numbered == [item.what for item in paper.items]
    own = [one for one in found if any(text == "Your own points" for text in texts(one))]
    assert len(own) == 1
    assert own[0] is found[-1]
    assert any(text.startswith("If the day or the time") for text in texts(own[0]))
    account = next(one for one in found if "Balance" in texts(one))
    assert (find(account, "Not due").left > 100) is (count <= 9)


def test_seven_people_make_it_one_column() -> None:
    people = tuple(Attendee(f"Person {n}", "buyer") for n in range(5))
    found = pages(replace(AGENDA, theirs=people))
    account = next(one for one in found if "Not due" in texts(one))
    assert find(account, "Not due").left < 30


@pytest.mark.parametrize(
    ("phone", "email", "words"),
    [
        ("01632 1", "", "please ring Ellen Rook on 01632 1."),
        ("", "a@b.example", "please write to Ellen Rook, a@b.example."),
        ("", "", "please tell Ellen Rook."),
    ],
)
def test_how_to_change_it_is_said_with_what_there_is(phone: str, email: str, words: str) -> None:
    assert words in said(replace(AGENDA, phone=phone, email=email))


def test_their_points_that_are_known_are_printed_before_the_lines() -> None:
    (only,) = pages(replace(AGENDA, points=("Shorter delivery slots",)))
    assert find(only, "Shorter delivery slots").baseline > find(only, "Your own points").baseline


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("wordy", [False, True])
@pytest.mark.parametrize("count", [7, 20])
def test_nothing_leaves_the_page_nor_is_lost_in_longer_words_and_names(
    size: PageSize, wordy: bool, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wordy:
        in_longer_words(monkeypatch)
    window = PRESETS[Preset.US_10 if size is PageSize.LETTER else Preset.UK_DL]
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller und Söhne GmbH & Co. KG"
    paper = replace(
        many(count), size=size, window=window, address=AGENDA.address[:4], locale="de_DE",
        theirs=(Attendee(long, long), Attendee(long)), place=long, ready=(long, long),
    )  # fmt: skip
    checked, form = draw_agenda(paper), page(size)
    for one in drawn(checked.drawn.pdf):
        assert max(item.right for item in one) <= RIGHT + form.shift + 0.1
        assert max(item.baseline for item in one) <= form.footer_baseline + 0.1
    assert [w for w in checked.warnings if w.concern is not Concern.ADDRESS_TOO_LONG] == []


def test_what_reads_from_the_right_is_told_before_it_is_issued() -> None:
    concerns = {one.concern for one in draw_agenda(replace(AGENDA, purpose="שלום")).warnings}
    assert Concern.RIGHT_TO_LEFT in concerns


def test_days_and_hours_are_of_the_customers_locale_if_we_speak_its_language() -> None:
    american = said(replace(AGENDA, locale="en_US"))
    assert "10:30 AM" in american
    assert "Thursday, December 3, 2026" in american
    french = said(replace(AGENDA, locale="fr_FR"))
    assert "Thursday 3 December 2026" in french
    assert "décembre" not in french


def test_the_address_alone_shows_in_the_window() -> None:
    (only,) = pages()
    area = PRESETS[Preset.UK_DL].ever((210.0, 297.0))
    inside = [
        item.text for item in only
        if item.right > area.left and item.left < area.right
        and item.bottom > area.top and item.top < area.bottom
    ]  # fmt: skip
    assert tuple(inside) == AGENDA.address


def test_the_same_agenda_gives_the_same_bytes() -> None:
    assert draw_agenda(AGENDA) == draw_agenda(AGENDA)


# ------------------------------------------------------------- the letter with it
def test_the_letter_says_in_print_what_the_mail_says() -> None:
    agenda = replace(AGENDA, greeted="Ms Okafor")
    (only,) = drawn(draw_cover(agenda).drawn.pdf)
    printed = " ".join(texts(only))
    text = cover_text(agenda)
    assert "Dear Ms Okafor," in printed
    assert text.subject == "Our visit on Thursday\u00a03\u00a0December\u00a02026, account BRIN01"
    for part in ("10:30 to 11:30", "Our agenda is enclosed.", "Statement S-2611-014"):
        assert part in printed
        assert part in text.mail
    assert text.mail.rstrip().endswith("Ellen Rook\nRookmere Joinery Supplies")


def test_a_moved_visit_says_which_agenda_to_put_away() -> None:
    mail = cover_text(replace(AGENDA, replaces=Replaced("V-2611-006", date(2026, 11, 16)))).mail
    assert "replaces the one of 16\u00a0November (V-2611-006); please put that away" in mail


def test_a_name_that_was_only_heard_is_greeted_as_far_as_it_is_one() -> None:
    assert cover_text(replace(AGENDA, greeted="Bob from Leeds")).greeting == "Dear Bob,"
    heard = replace(AGENDA, greeted="somebody in accounts")
    assert cover_text(heard).greeting == "Dear Accounts team,"


def test_without_a_name_the_accounts_team_is_greeted_and_the_business_signs_once() -> None:
    mail = cover_text(replace(AGENDA, caller=a_card().name)).mail
    assert mail.startswith("Dear Accounts team,")
    assert mail.count("Rookmere Joinery Supplies\n") == 1


def test_a_visit_that_is_called_off_is_called_off_plainly() -> None:
    text = cancelled_text(AGENDA)
    assert text.subject.startswith("No visit on Thursday")
    assert "does not take place" in text.mail
    assert "agenda" not in text.mail.casefold()


def test_how_long_it_takes_is_said_also_over_midnight() -> None:
    assert "about 95 minutes" in said(replace(AGENDA, minutes=95))
    assert "23:30 to 00:30" in said(replace(AGENDA, begins=time(23, 30)))


def test_items_without_words_have_those_of_their_kind() -> None:
    items = tuple(AgendaItem(time(10 + n), kind=kind) for n, kind in enumerate(SlotKind))
    found = said(replace(AGENDA, items=items))
    for words in (
        "How things are with you",
        "Deliveries, orders and invoices",
        "How we go on together",
        "Statement enclosed",
        "A proposal to discuss",
        "What we each will do, and by when",
        "A look round",
        "Anything else",
    ):
        assert words in found
    assert "Statement enclosed" not in said(replace(AGENDA, items=items, enclosed=()))


def test_their_points_are_promised_first_only_where_they_have_no_later_hour() -> None:
    welcome, points = (AgendaItem(time(10), kind=kind) for kind in list(SlotKind)[:2])
    first = "Your own points first, if you wish"
    assert first in said(replace(AGENDA, items=(welcome,)))
    assert first not in said(replace(AGENDA, items=(welcome, points)))


@pytest.mark.parametrize(
    ("typed", "said_as"),
    [
        ("To agree together how to go on.", "We should like to agree together how to go on."),
        ("We look forward to it.", "for us. We look forward to it."),
        ("Tomatoes and their price.", "for us. Tomatoes and their price."),
    ],
)
def test_why_we_come_is_a_whole_sentence(typed: str, said_as: str) -> None:
    assert said_as in said(replace(AGENDA, purpose=typed))
    assert said_as.removeprefix("for us. ") in entry_words(replace(AGENDA, purpose=typed))[1]
