"""The sample ledger: sound, believable, the same for the same day, and nobody's real data."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from creditmate.db import connection, ledger_file
from creditmate.db.connection import execute
from creditmate.db.papers import latest_of_day, paper_bytes
from creditmate.db.proof.everything import prove_all
from creditmate.db.visit_files import visit_files
from creditmate.db.visits import visits_of
from creditmate.documents.visit_agenda_paper import Enclosed, EnclosedKind
from creditmate.domain.claims import ClaimState
from creditmate.domain.identifiers import company_number_doubt, tax_number_doubt
from creditmate.domain.interest_basis import Ground
from creditmate.domain.money import Money
from creditmate.domain.promises import PromiseState
from creditmate.domain.telephone import telephone
from creditmate.domain.terms_standing import State
from creditmate.domain.visits import VisitEventKind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.services.agreed_terms import standings
from creditmate.services.calendars import home_calendar
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.credit_checks import CreditChecks
from creditmate.services.customer_overview import CustomerOverview
from creditmate.services.customers import require_customer
from creditmate.services.interest_book import late_interest
from creditmate.services.lateness import learnt_book
from creditmate.services.receivables import Receivables
from creditmate.services.sample import FIRMS, SITUATIONS, fill_sample, stories
from creditmate.services.sample.words import Words
from creditmate.services.sample.write_talks import summer_minutes
from creditmate.services.visit_agendas import VisitAgendas
from creditmate.services.visit_lists import visit_file
from creditmate.services.work_told import line_of
from creditmate.services.worklists import WorkLists
from tests.builders import SetClock, a_gateway
from tests.services.visit_paper_desk import text_of

MONDAY = date(2026, 11, 23)
DAYS = (MONDAY, date(2027, 1, 2), date(2028, 2, 29), date(2026, 4, 6))
"""A plain Monday, a Saturday after the holidays, a leap day, a bank holiday at Easter."""


def make_sample(path: Path, today: date) -> None:
    gateway = a_gateway(SetClock(today))

    def fill() -> None:
        with gateway.write("sample") as writing:
            fill_sample(writing, today)

    ledger_file.create(path, fill)


@pytest.fixture(scope="module", params=DAYS, ids=str)
def today(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[date]:
    """The day for which the sample, open while the test runs, was made."""
    day: date = request.param
    make_sample(tmp_path_factory.mktemp("sample") / "sample.creditmate", day)
    yield day
    connection.close()


def count(sql: str, *values: object) -> int:
    return int(execute(sql, values).fetchone()[0])


def column(sql: str) -> list[str]:
    return [str(row[0]) for row in execute(sql).fetchall()]


# ---------------------------------------------------------------- sound


def test_check_finds_nothing(today: date) -> None:
    assert prove_all() == []


def test_it_is_one_action_and_says_so(today: date) -> None:
    assert column("SELECT use_case FROM action") == ["sample"]
    assert count("SELECT sample FROM business") == 1


def test_numbers_have_no_gap_and_follow_the_days(today: date) -> None:
    for query in (
        "SELECT number FROM document WHERE kind = 'invoice' ORDER BY day, id",
        "SELECT number FROM document WHERE kind = 'credit_note' ORDER BY day, id",
        "SELECT number FROM receipt ORDER BY day, id",
    ):
        counters = [int(number.removeprefix("CN-")) for number in column(query)]
        assert counters == list(range(1, len(counters) + 1)), query


def test_buckets_and_unallocated_add_up_to_the_entries(today: date) -> None:
    aged = {
        report.total.ageing.currency: report.total.ageing.total.minor
        for report in Receivables().aged(today)
    }
    rows = execute("SELECT currency, sum(amount_minor) FROM entry GROUP BY 1").fetchall()
    assert aged == dict(rows)
    assert set(aged) == {"GBP", "EUR", "USD"}


def test_nothing_but_what_is_to_come_is_dated_later(today: date) -> None:
    for table in ("document", "receipt", "entry", "allocation", "interaction"):
        assert count(f"SELECT count(*) FROM {table} WHERE day > ?", today.isoformat()) == 0
    assert count("SELECT count(*) FROM promise WHERE made_day > ?", today.isoformat()) == 0
    assert count("SELECT count(*) FROM receipt WHERE day > (SELECT to_day FROM cash_posted)") == 0
    assert count("SELECT count(*) FROM task WHERE day > ?", today.isoformat()) > 0


def test_business_is_done_on_working_days(today: date) -> None:
    worked = stories(today)[0].setting.worked
    for table in ("document", "receipt", "interaction"):
        days = {date.fromisoformat(day) for day in column(f"SELECT DISTINCT day FROM {table}")}
        assert [day for day in days if not worked.is_working(day)] == []


# ---------------------------------------------------------------- believable


def test_there_is_as_much_of_everything_as_a_small_business_has(today: date) -> None:
    assert 55 <= count("SELECT count(*) FROM customer") <= 65
    assert 1500 <= count("SELECT count(*) FROM document WHERE kind = 'invoice'") <= 2500
    assert 20 <= count("SELECT count(*) FROM document WHERE kind = 'credit_note'") <= 120
    assert 120 <= count("SELECT count(*) FROM interaction") <= 400
    assert count("SELECT count(DISTINCT country) FROM customer") >= 6
    assert count("SELECT count(DISTINCT locale) FROM customer") >= 6
    per_customer = column("SELECT count(*) FROM contact GROUP BY customer_id")
    assert set(per_customer) <= {"1", "2", "3"}
    assert len(per_customer) == len(FIRMS)


def test_it_spans_two_years(today: date) -> None:
    first, last = execute("SELECT min(day), max(day) FROM document").fetchone()
    assert 700 <= (today - date.fromisoformat(first)).days <= 731
    assert (today - date.fromisoformat(last)).days <= 7


def test_amounts_are_those_of_a_joiner_s_supplier(today: date) -> None:
    assert count("SELECT min(gross_minor) FROM document WHERE kind = 'invoice'") >= 20_00
    assert count("SELECT max(gross_minor) FROM document") <= 30_000_00
    owed = Receivables().aged(today)[0].total.ageing
    assert 0.15 <= sum(owed.sums[1:]) / sum(owed.sums) <= 0.5
    assert sum(owed.sums[1:]) > -owed.unallocated_minor > 0


def test_vat_is_charged_in_pounds_only(today: date) -> None:
    wrong = (
        "SELECT count(*) FROM document WHERE net_minor + tax_minor <> gross_minor OR "
        "(currency <> 'GBP' AND tax_minor <> 0)"
    )
    assert count(wrong) == 0
    off = "SELECT count(*) FROM document WHERE currency = 'GBP' AND kind <> 'charge_note'"
    assert count(f"{off} AND abs(net_minor - tax_minor * 5) > 4") == 0


def test_talks_go_both_ways_in_several_channels_over_six_months(today: date) -> None:
    made = Counter(execute("SELECT direction, channel FROM interaction").fetchall())
    assert {("out", "call"), ("in", "call"), ("out", "email"), ("out", "letter")} <= set(made)
    first = date.fromisoformat(column("SELECT min(day) FROM interaction")[0])
    assert 150 <= (today - first).days <= 200
    assert count("SELECT count(DISTINCT outcome) FROM interaction") >= 15


def test_notes_are_short_and_finished(today: date) -> None:
    for note in column("SELECT notes FROM interaction UNION ALL SELECT deed FROM promise"):
        assert len(note) <= 220, note
        assert not re.search(r"[{}]|  |None|\b1 days", note), note
    assert len(set(column("SELECT notes FROM interaction"))) > 100


def test_nobody_is_pestered(today: date) -> None:
    talks: dict[int, list[date]] = {}
    ours = "SELECT customer_id, day FROM interaction WHERE direction = 'out' ORDER BY day"
    for customer, day in execute(ours):
        talks.setdefault(customer, []).append(date.fromisoformat(day))
    for days in talks.values():
        for start in days:
            assert sum(0 <= (day - start).days < 7 for day in days) <= 3
            assert sum(0 <= (day - start).days < 30 for day in days) <= 10


def test_a_promise_is_about_what_was_overdue_when_it_was_made(today: date) -> None:
    for story in stories(today):
        for vow in story.vows:
            account = story.account_in(vow.amount.currency)
            overdue = dict(account.overdue(vow.talk.day))
            assert vow.amount.minor <= sum(money.minor for money in overdue.values())
            assert set(vow.entries) <= set(overdue), story.firm.code


def test_most_promises_are_kept(today: date) -> None:
    ids = [int(id_) for id_ in column("SELECT id FROM customer ORDER BY id")]
    files = read_files(ids, today, learnt_book(today))
    states = Counter(standing.state for file in files for standing in file.case.standings)
    judged = (
        states[PromiseState.KEPT] + states[PromiseState.LATE_KEPT] + states[PromiseState.BROKEN]
    )
    assert judged >= 30
    assert 0.6 <= states[PromiseState.KEPT] / judged <= 0.97
    assert states[PromiseState.LATE_KEPT] > 0


def test_the_day_starts_with_what_we_promised_and_is_not_endless(today: date) -> None:
    rows = WorkLists().today(today)
    assert rows[0].line.kind is Kind.OURS_LATE
    kinds = {row.line.kind for row in rows}
    assert kinds >= {Kind.OURS_LATE, Kind.CALL_BACK, Kind.PROMISE_NOT_KEPT}
    if home_calendar(today).is_working(today):
        assert 15 <= len(rows) <= 50
        assert kinds >= {Kind.FOLLOW_UP, Kind.COURTESY}
    else:  # abroad they may work
        assert len(rows) <= 20


# ---------------------------------------------------------------- situations


LAST_KNOWN = date(2026, 12, 31)
"""The end of the half year whose reference rate is the last one shipped."""


@dataclass(frozen=True)
class Seen:
    """A customer as the services see him on the day."""

    id: int
    today: date
    file: CustomerFile
    line: Line | None

    def has(self, sql: str) -> bool:
        return count(f"SELECT count(*) FROM ({sql})", self.id) > 0

    def ended(self, kind: str) -> bool:
        joined = "SELECT 1 FROM dispute d JOIN dispute_event e ON e.dispute_id = d.id"
        return self.has(f"{joined} WHERE d.customer_id = ? AND e.kind = '{kind}'")

    def promised(self, state: PromiseState) -> bool:
        return any(standing.state is state for standing in self.file.case.standings)

    def because(self, code: ReasonCode) -> bool:
        return self.line is not None and code in {reason.code for reason in self.line.reasons}

    def late(self, ground: Ground, *, paid: bool) -> bool:
        """Whether interest on that ground is to be decided, on what is paid or still open."""
        return any(
            one.basis.ground is ground and one.is_paid is paid and one.left.total
            for one in late_interest(self.today, [self.id])
        )

    @property
    def lacks_rate(self) -> bool:
        """Whether a reference rate has to be entered before anything can be said."""
        found = late_interest(self.today, [self.id])
        return self.today > LAST_KNOWN and any(one.missing is not None for one in found)

    @property
    def oldest(self) -> int:
        return max((self.today - entry.due_day).days for entry in self.file.case.entries)

    @property
    def usual(self) -> int:
        return self.file.case.lateness.usual_days

    @property
    def balance(self) -> int:
        return sum(row.open.minor for row in self.file.entries)

    @property
    def terms(self) -> State | None:
        found = standings(self.today).get(self.id)
        return None if found is None else found.state


def see(code: str, today: date) -> Seen:
    id_ = count("SELECT id FROM customer WHERE code = ?", code)
    (file,) = read_files([id_], today, learnt_book(today))
    return Seen(id_, today, file, line_of(file, today))


def drifts(seen: Seen) -> bool:
    sql = (
        "SELECT julianday(closed_day) - julianday(due_day) FROM entry WHERE customer_id = ? "
        "AND kind = 'invoice' AND closed_day IS NOT NULL ORDER BY day"
    )
    late = [int(row[0]) for row in execute(sql, (seen.id,))]
    first, last = late[: len(late) // 3], late[-len(late) // 3 :]
    return sum(last) / len(last) > sum(first) / len(first) + 5


def pays_at_month_end(seen: Seen) -> bool:
    sql = "SELECT DISTINCT day FROM entry WHERE customer_id = ? AND kind = 'receipt'"
    days = [date.fromisoformat(row[0]) for row in execute(sql, (seen.id,))]
    return all((day + timedelta(days=6)).month != day.month for day in days)


ENTRY = "SELECT 1 FROM entry WHERE customer_id = ?"
DOCUMENT = "SELECT 1 FROM document WHERE customer_id = ?"
CUSTOMER = "SELECT 1 FROM customer WHERE id = ?"
TAKEN_BACK = """
    SELECT 1 FROM allocation a JOIN allocation o ON o.id = a.reverses_id
    JOIN entry b ON b.customer_id = a.customer_id AND b.kind = 'bounce'
    WHERE a.customer_id = ? AND a.day = b.day AND o.day < b.day
"""
SHOWN: dict[str, Callable[[Seen], bool]] = {
    "prompt": lambda s: s.usual <= 0 and s.file.case.lateness.known,
    "usually_six_late": lambda s: 4 <= s.usual <= 8 and s.because(ReasonCode.SLOWER_THAN_USUAL),
    "drifting_later": drifts,
    "month_end_payer": pays_at_month_end,
    "round_sums_on_account": lambda s: s.file.case.unallocated[0].minor % 100_00 == 0,
    "part_payments": lambda s: any(
        0 < row.open.minor < row.original.minor for row in s.file.entries
    ),
    "in_credit": lambda s: s.balance < 0,
    "prepayment": lambda s: s.balance < 0 and not s.file.case.entries,
    "deposit_held": lambda s: list(s.file.held.values()) == ["Staircase and gallery"],
    "said_paid": lambda s: (
        s.line is None and [one.state for one in s.file.case.said] == [ClaimState.WAITING]
    ),
    "returns_credited": lambda s: s.has(f"{DOCUMENT} AND kind = 'credit_note'"),
    "bounced_cheque": lambda s: s.has(TAKEN_BACK) and s.oldest > 0,
    "two_currencies": lambda s: (
        s.has(f"{ENTRY} AND currency = 'GBP'") and s.has(f"{ENTRY} AND currency = 'EUR'")
    ),
    "late_in_euro": lambda s: s.line is not None and s.line.amounts[0].currency == "EUR",
    "first_time_late": lambda s: s.because(ReasonCode.FIRST_TIME_LATE),
    "first_invoice": lambda s: s.because(ReasonCode.FIRST_INVOICE),
    "large_late": lambda s: 62 <= s.oldest <= 70 and s.balance > 10_000_00,
    "silent": lambda s: s.oldest > 110 and s.because(ReasonCode.SILENCE),
    "promise_broken": lambda s: s.because(ReasonCode.PROMISE_BROKEN),
    "promise_open": lambda s: s.promised(PromiseState.OPEN) and s.line is None and s.oldest > 30,
    "promise_small": lambda s: s.promised(PromiseState.OPEN) and s.because(ReasonCode.PROMISED),
    "promise_replaced": lambda s: (
        s.promised(PromiseState.REPLACED) and s.promised(PromiseState.OPEN)
    ),
    "promise_kept": lambda s: s.promised(PromiseState.KEPT) and s.oldest <= 0,
    "promise_part_kept": lambda s: s.because(ReasonCode.PROMISE_PART_KEPT),
    "ours_late": lambda s: s.line is not None and s.line.kind is Kind.OURS_LATE,
    "call_back_today": lambda s: s.line is not None and s.line.kind is Kind.CALL_BACK,
    "dispute_open": lambda s: [row.disputed for row in s.file.disputed] == [Money(8640, "GBP")],
    "dispute_upheld": lambda s: s.ended("upheld") and not s.file.disputed,
    "dispute_rejected": lambda s: s.ended("rejected") and not s.file.disputed,
    "dispute_withdrawn": lambda s: s.ended("withdrawn") and not s.file.disputed,
    "no_phone": lambda s: s.line is not None and s.line.channel is Channel.EMAIL,
    "instalments": lambda s: s.has(f"{ENTRY} AND part = 3 AND kind = 'invoice'"),
    "early_discount": lambda s: s.has(f"{ENTRY} AND kind = 'discount'"),
    "courtesy": lambda s: s.line is not None and s.line.kind is Kind.COURTESY,
    "purchase_orders": lambda s: (
        not s.has(f"{DOCUMENT} AND kind = 'invoice' AND order_number NOT LIKE 'HDC%'")
    ),
    "terms_signed": lambda s: s.terms is State.GOOD,
    "terms_old_version": lambda s: s.terms is State.ON_OLD_VERSION,
    "terms_by_conduct": lambda s: s.terms is State.CONDUCT_ONLY,
    "terms_not_returned": lambda s: s.terms is State.SENT_NOT_RETURNED,
    "terms_without_proof": lambda s: s.terms is None,
    "credit_applied_for": lambda s: s.has("SELECT 1 FROM credit_application WHERE customer_id = ?"),
    "limit_to_look_at_again": lambda s: (
        s.id
        in {
            count("SELECT id FROM customer WHERE code = ?", due.code)
            for due in CreditChecks(a_gateway(), SetClock()).reviews_due(s.today)
        }
    ),
    # far ahead no reference rate is known yet: that is told, and nothing is reckoned
    "interest_by_law": lambda s: s.lacks_rate or s.late(Ground.STATUTE, paid=False),
    "interest_by_contract": lambda s: (
        s.late(Ground.CONTRACT, paid=False) or s.late(Ground.CONTRACT, paid=True)
    ),
    "interest_waived": lambda s: (
        s.lacks_rate
        or s.has("SELECT 1 FROM interest_event WHERE customer_id = ? AND kind = 'waived'")
    ),
    "interest_to_decide": lambda s: s.late(Ground.STATUTE, paid=True),
    "not_latin_1": lambda s: "Ż" in column(f"SELECT name FROM customer WHERE id = {s.id}")[0],
    "days_of_grace": lambda s: s.has(f"{CUSTOMER} AND grace_days = 7"),
    "holidays_of_a_part": lambda s: s.has(f"{CUSTOMER} AND region = 'SCT'"),
}


def test_every_situation_has_a_customer_who_is_in_it(today: date) -> None:
    assert SHOWN.keys() == SITUATIONS.keys()
    seen = {code: see(code, today) for code in set(SITUATIONS.values())}
    assert [name for name, code in SITUATIONS.items() if not SHOWN[name](seen[code])] == []


def test_the_statement_of_the_pictures_comes_out_to_the_penny(today: date) -> None:
    brindle = see("BRIN01", today)
    assert brindle.balance == 6_435_10
    assert brindle.line is not None
    assert brindle.line.amounts == (Money(3_427_30, "GBP"),)


# ---------------------------------------------------------------- the same, and nobody's

AREAS = frozenset(
    """
    AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT
    DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE
    LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM
    SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """.split()
)
"""Areas of real British postcodes (Royal Mail)."""
FICTION = re.compile(
    r"01632 960 ?\d{3}|0113 496 0\d{3}|020 7946 0\d{3}|07700 900\d{3}|\+353 20 91\d 0\d{3}"
    r"|\+49 30 23125\d{3}|\+33 1 99 00 \d\d \d\d|\+1 207-555-01\d\d"
)
"""Numbers kept for films and books: Ofcom, ComReg, Bundesnetzagentur, ARCEP, NANPA."""


def rows_of(table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in execute(f"SELECT * FROM {table} ORDER BY id").fetchall()]


TABLES = (
    "customer", "site", "contact", "phone", "email", "payment_terms", "document", "receipt",
    "entry", "allocation", "cash_posted", "dispute", "dispute_item", "dispute_event",
    "interaction", "promise", "promise_item", "promise_event", "task",
)  # fmt: skip


def test_the_same_day_gives_the_same_ledger(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        make_sample(tmp_path / f"{name}.creditmate", MONDAY)
        made.append({table: rows_of(table) for table in TABLES})
        connection.close()
    assert made[0] == made[1]


def test_days_move_with_the_day_it_is_made() -> None:
    now, later = (
        [story.talks[-1].day for story in stories(day) if story.firm.code == "BRAC01"]
        for day in (MONDAY, MONDAY + timedelta(days=7))
    )
    assert [day + timedelta(days=7) for day in now] == later


def test_no_telephone_number_or_address_is_somebody_s(today: date) -> None:
    numbers = [*column("SELECT number FROM phone"), *column("SELECT phone FROM business")]
    assert [number for number in numbers if not FICTION.fullmatch(number)] == []
    assert len(set(numbers)) == len(numbers)
    written = execute(
        "SELECT number, country FROM phone JOIN contact ON contact.id = contact_id"
        " JOIN customer ON customer.id = customer_id"
    ).fetchall()
    assert [one for one, country in written if telephone(one, country, "GB").shown != one] == []
    mail = [*column("SELECT address FROM email"), *column("SELECT email FROM business")]
    assert [one for one in mail if not re.fullmatch(r"[a-z0-9.-]+@[a-z-]+\.example", one)] == []


def test_no_british_postcode_exists(today: date) -> None:
    codes = column("SELECT postcode FROM site WHERE country = 'GB'")
    areas = {code[: re.search(r"\d", code).start()] for code in codes if re.search(r"\d", code)}  # type: ignore[union-attr]
    assert len(areas) >= 5
    assert areas & AREAS == set()


def test_words_are_filled_in_as_people_write_them() -> None:
    words = Words("{sum} by {by}", {"sum": Money(123450, "GBP"), "by": MONDAY})
    assert str(words) == "£1,234.50 by Mon 23 Nov"


def test_british_summer_time() -> None:
    days = (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25))
    assert [summer_minutes(day) for day in days] == [0, 60, 60, 0]


# ---------------------------------------------------------------- what was sent


def test_the_agenda_went_out_on_a_working_day_with_its_statement(today: date) -> None:
    customer = require_customer("CAWD01").id
    (visit,) = [one.visit for one in visit_files(visits_of([customer])[customer])]
    agendas = VisitAgendas(a_gateway(SetClock(today)), SetClock(today))
    kept = agendas.issued(visit.number)
    assert kept is not None  # what was arranged holds still: it is what they have
    day = kept.agenda.day
    assert day < today
    assert stories(today)[0].setting.worked.is_working(day)
    (statement,) = latest_of_day("statement", customer, day)
    assert kept.agenda.enclosed == (Enclosed(EnclosedKind.STATEMENT, statement.number),)
    assert f"Statement {statement.number}" in text_of(kept.pdf)
    assert statement.number in text_of(paper_bytes(statement.id))
    (sent,) = [one for one in visit_file(visit.number).events if one.paper == kept.paper]
    assert (sent.kind, sent.day) == (VisitEventKind.AGENDA_SENT, day)
    runs = execute("SELECT state, paper_id, as_at_day FROM run_item JOIN run ON run.id = run_id")
    assert runs.fetchall() == [("issued", statement.id, day.isoformat())]


# ---------------------------------------------------------------- how we stand with them


def test_numbers_have_right_check_digits(today: date) -> None:
    rows = execute("SELECT country, company_number, tax_number FROM customer").fetchall()
    assert sum(bool(tax) for *_, tax in rows) >= 7
    assert sum(bool(company) for _, company, _ in rows) >= 20
    for country, company, tax in rows:
        assert company_number_doubt(company, country) is None
        assert tax_number_doubt(tax, country) is None


def test_a_group_a_hold_a_stop_a_friend_and_what_they_bring(today: date) -> None:
    listed = {row.code for row in WorkLists().today(today)}
    assert [row.code for row in WorkLists().at_rest(today)] <= ["CARR01"]
    assert not {"CLIF01", "FELL01", "CARR01"} & listed
    assert see("CAWD01", today).because(ReasonCode.ON_STOP)
    overview = {row.customer.code: row for row in CustomerOverview().rows(today)}
    assert overview["CAWD01"].limit is not None
    assert overview["CAWD01"].limit.over is not None
    assert overview["FELL01"].head_code == "KEST01"
    assert overview["HAVE01"].tags == ("public",)
