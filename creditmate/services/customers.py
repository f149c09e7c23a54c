"""Customers: finding one, and the brief that prepares a call in one look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from creditmate.db.conversation import interactions_of
from creditmate.db.customers import (
    billing_address,
    customer_by_code,
    payment_terms,
    similar_codes,
)
from creditmate.db.gateway import Gateway
from creditmate.db.moods import last_moods
from creditmate.db.next_steps import open_tasks
from creditmate.db.promises import promises_made_in
from creditmate.domain.at_rest import RestWhy
from creditmate.domain.call_script import Script, call_kind, call_script
from creditmate.domain.chasing import Patience, patience
from creditmate.domain.claims import ClaimStanding
from creditmate.domain.customer_facts import NO_FACTS, CustomerFacts
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import Mood
from creditmate.domain.lateness import Lateness
from creditmate.domain.mood_trend import COUNTED
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.promise_register import Matured
from creditmate.domain.promises import Deed, Standing
from creditmate.domain.proposals import UnmatchedCredit
from creditmate.domain.rows import (
    ContactRow,
    CustomerRow,
    DisputedRow,
    InteractionRow,
    OpenEntryRow,
    TaskRow,
)
from creditmate.domain.statement import PayNow
from creditmate.domain.talk_facts import TalkFacts, talks_and_tries
from creditmate.domain.terms_standing import Standing as TermsStanding
from creditmate.domain.whom import is_stranger, named, who_decides, whom
from creditmate.domain.worklist import Line
from creditmate.services.account_briefs import AccountBrief, accounts
from creditmate.services.agreed_terms import standing_of
from creditmate.services.calendars import are_learnt, learn
from creditmate.services.case_steps import steps_ahead
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.customer_facts import Account, facts_of
from creditmate.services.group_accounts import GroupAccount, group_account
from creditmate.services.lateness import learnt_book
from creditmate.services.manners import people_asked
from creditmate.services.not_contacted import NotContacted, left_out
from creditmate.services.promise_standings import as_told, came_out
from creditmate.services.stored_terms import read_terms
from creditmate.services.talk_facts import budget_group, contacts_in, facts_before, us
from creditmate.services.unmatched import unmatched_credits
from creditmate.services.work_told import told_of

_LAST_CONTACTS = 3
_LOOKED_AT = 60
"""Contacts among which the last talks are looked for: attempts in vain are no talks."""
_WEEK = 7
_MONTH = 30


def require_customer(code: str) -> CustomerRow:
    """Return the customer with this code.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER`` with codes that are like it.
    """
    customer = customer_by_code(code)
    if customer is None:
        raise UserError(Problem.UNKNOWN_CUSTOMER, code=code, similar=similar_codes(code))
    return customer


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything to know before a call, as at a day.

    ``contacts_week`` and ``contacts_month`` count our own contacts of the last 7 and 30 days.
    ``made_in`` names the promises of both sides by the contact in which they were made, for
    the last contacts; ``moods`` are those of the last talks, the latest last. ``line`` is the
    customer's line on the day's work list, if there is one. ``said`` is what they say to have
    paid, ended claims among it; ``unmatched`` the money and credits that are not set against
    anything, to be matched before anybody is contacted. ``facts`` is the customer's standing with
    us: decisions, wishes, how it pays, its group. ``asked`` are those who may be turned to: the
    customer's ``people``, and those at branches while none of these can be reached. ``agreed`` is
    how its terms and conditions are proved, None while there are none to be accepted; ``patience``
    from when on it is followed up, where what is late waits for its days of grace alone.
    ``covering`` are promises of others in its group that cover something of what it owes;
    ``group`` is how all of a head office's group stands, which its line is about. ``left_out`` is
    why there is nothing of it on the day's list, although the ``line`` tells what is open there.
    """

    as_at: date
    customer: CustomerRow
    accounts: tuple[AccountBrief, ...]
    oldest: OpenEntryRow | None
    entries: tuple[OpenEntryRow, ...]
    disputed: tuple[DisputedRow, ...]
    standings: tuple[Standing, ...]
    deeds: tuple[Deed, ...]
    said: tuple[ClaimStanding, ...]
    unmatched: tuple[UnmatchedCredit, ...]
    kept_rates: tuple[Matured, ...]
    lateness: Lateness
    last_contacts: tuple[InteractionRow, ...]
    made_in: Mapping[int, tuple[int, ...]]
    moods: tuple[Mood, ...]
    contacts_week: int
    contacts_month: int
    tasks: tuple[TaskRow, ...]
    people: tuple[ContactRow, ...]
    address: tuple[str, ...]
    terms: PaymentTerms | None
    line: Line | None
    facts: CustomerFacts = NO_FACTS
    agreed: TermsStanding | None = None
    asked: tuple[ContactRow, ...] = ()
    patience: Patience | None = None
    talks: tuple[InteractionRow, ...] = ()
    before: TalkFacts = field(default_factory=TalkFacts)
    covering: tuple[Standing, ...] = ()
    group: GroupAccount | None = None
    left_out: NotContacted | None = None

    @property
    def spoken_of(self) -> tuple[AccountBrief, ...]:
        """The accounts that a talk is about: of a head office those of all its group."""
        return self.accounts if self.group is None else self.group.accounts

    @property
    def of_group(self) -> tuple[PayNow, ...]:
        """What a head office is asked for all of its group, per currency."""
        return () if self.group is None else self.group.pays

    @property
    def promised(self) -> tuple[Standing, ...]:
        """The customer's promises, and those of its group that cover something of what it owes."""
        return (*self.standings, *self.covering)

    @property
    def script(self) -> Script:
        """What to cover if one rings now."""
        around = self.before.around
        kind = call_kind(self.line, around.asked)
        return call_script(self.line, kind, (), incoming=False, around=around)

    @property
    def person(self) -> ContactRow | None:
        """Whom to turn to about the day's line; of a head office it may be somebody at a branch.

        Nobody on file where somebody who is not had asked to be rung: see ``stranger``.
        """
        if self.line is None:
            return whom(self.turned_to)
        if self.line.stranger and is_stranger(self.line.person, (*self.people, *self.turned_to)):
            return None
        return whom(self.turned_to, self.line.channel, self.line.person)

    @property
    def decides(self) -> ContactRow | None:
        """Who decides there, if that is somebody else; of one who died nobody is known to."""
        return None if self._has_died else who_decides(self.people, self.person)

    @property
    def stranger(self) -> str:
        """With whom the line's call was agreed, where that is nobody on file who is turned to."""
        return "" if self.line is None or self.person is not None else self.line.person

    @property
    def reached_by(self) -> ContactRow | None:
        """Whose number there is to ask for the stranger; None where that is nobody's."""
        if not self.stranger or self.line is None:
            return None
        return whom(self.turned_to, self.line.channel)

    @property
    def _has_died(self) -> bool:
        resting = self.facts.resting
        return resting is not None and resting.why is RestWhy.DECEASED

    @property
    def turned_to(self) -> Sequence[ContactRow]:
        """Those who may be turned to; of one who died only with whom it was agreed since."""
        people = self.asked or self.people
        if not self._has_died:
            return people
        return named("" if self.line is None else self.line.person, people)


class Customers:
    """Questions about one customer.

    Args:
        gateway: Knows who of us is at work; without it nobody is named.
    """

    def __init__(self, gateway: Gateway | None = None) -> None:
        self._gateway = gateway

    def brief(self, code: str, as_at: date, *, holidays: bool = False) -> Brief:
        """Return the brief of a customer.

        Args:
            code: The customer's.
            as_at: Facts dated later are not known.
            holidays: Whether to wait until public holidays are learnt; else they count once they
                are.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        if holidays:
            learn(as_at)
        (file,) = read_files([customer.id], as_at, learnt_book(as_at), holidays=are_learnt())
        staff = None if self._gateway is None else self._gateway.working_as
        return brief_of(customer, file, as_at, staff)


def brief_of(
    customer: CustomerRow, file: CustomerFile, as_at: date, staff: int | None = None
) -> Brief:
    """Return the brief of a customer whose file has been read, for who of us is at work."""
    case, group = file.case, budget_group(customer)
    debits = [row for row in file.entries if row.due_day is not None]
    contacts = interactions_of(customer.id, as_at, _LOOKED_AT)
    talks, tried = talks_and_tries(contacts, _LAST_CONTACTS)
    last = contacts[:_LAST_CONTACTS]
    oldest = min(debits, key=_by_due_day, default=None)
    sums, together = tuple(accounts(file, as_at)), group_account(file, as_at)
    pays = [account.pay_now for account in sums] if together is None else together.pays
    told = as_told(customer.id, case.standings, as_at)
    line, out = told_of(file, as_at)
    channel = None if line is None else line.channel
    return Brief(
        as_at=as_at,
        customer=customer,
        accounts=sums,
        oldest=oldest,
        entries=file.entries,
        disputed=file.disputed,
        standings=told,
        covering=tuple(case.covering(as_at)),
        group=together,
        deeds=case.deeds,
        said=case.said,
        unmatched=tuple(unmatched_credits(as_at, [customer.id])),
        kept_rates=tuple(came_out(customer.id, told, as_at)),
        lateness=case.lateness,
        last_contacts=tuple(last),
        made_in=_made_in(list(dict.fromkeys(row.id for row in (*last, *talks)))),
        moods=tuple(last_moods(customer.id, as_at, COUNTED)),
        contacts_week=contacts_in(group, as_at, _WEEK),
        contacts_month=contacts_in(group, as_at, _MONTH),
        tasks=steps_ahead(
            open_tasks([customer.id], as_at).get(customer.id, ()), case.standings, case.said
        ),
        people=file.contacts,
        address=billing_address(customer.id),
        terms=terms_of(customer),
        line=line,
        left_out=None if out is None else left_out([out], ())[0],
        asked=people_asked(
            customer.id,
            file.contacts,
            channel,
            as_at,
            member=None if line is None else line.member,
        ),
        facts=facts_of(_known(customer, sums, debits), as_at, file.rest),
        agreed=standing_of(customer, as_at),
        patience=patience(case.portions(as_at), as_at) if file.rest is None else None,
        talks=talks,
        before=facts_before(customer, oldest, pays, file, as_at).by(tried, us(staff)),
    )


def terms_of(customer: CustomerRow) -> PaymentTerms | None:
    """The customer's payment terms, where some are known."""
    if customer.payment_terms_id is None:
        return None
    return read_terms(*payment_terms(customer.payment_terms_id))


def _made_in(talks: Sequence[int]) -> dict[int, tuple[int, ...]]:
    theirs, ours = (promises_made_in(talks, side) for side in ("theirs", "ours"))
    return {id_: (*theirs.get(id_, ()), *ours.get(id_, ())) for id_ in talks}


def _known(
    customer: CustomerRow, sums: Sequence[AccountBrief], debits: Sequence[OpenEntryRow]
) -> Account:
    oldest: dict[str, date] = {}
    for row in sorted(debits, key=_by_due_day, reverse=True):
        if row.due_day is not None:
            oldest[row.open.currency] = row.due_day
    return Account(customer.id, tuple(account.ageing for account in sums), oldest)


def _by_due_day(row: OpenEntryRow) -> tuple[date, int]:
    return (row.due_day or date.max, row.id)
