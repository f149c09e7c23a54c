"""The welcome letter to a customer: made, numbered, issued and kept as it was sent."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from creditmate.db import decisions
from creditmate.db.business import business
from creditmate.db.customers import billing_address
from creditmate.db.gateway import Gateway
from creditmate.db.our_people import our_people, staff_row
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.documents.welcome_letter import draw_welcome
from creditmate.documents.welcome_paper import Person, WelcomePaper
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.credit_limits import Scope, limit_at
from creditmate.domain.our_people import StaffRow
from creditmate.domain.ports import Clock
from creditmate.domain.rows import ContactRow, CustomerRow
from creditmate.services.agreed_terms import terms_enclosed
from creditmate.services.customer_editing import whole_form
from creditmate.services.customers import Customers, require_customer
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.numbered_papers import Ask, NewPaper, is_next, keep_paper, until_issued
from creditmate.services.numbering import next_place

KIND = "welcome"
"""The kind of paper, and of the series that numbers it."""
_MOST_PEOPLE = 4
_TOUCHED = Touched.PAPERS
Draw = Callable[[WelcomePaper], CheckedPaper]


@dataclass(frozen=True, slots=True)
class IssuedLetter:
    """A letter that was issued, with its PDF."""

    saved: Saved
    number: str
    pdf: bytes


class WelcomeLetters:
    """Makes and issues welcome letters."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway, self._clock = gateway, clock

    def numbered(self, code: str) -> WelcomePaper:
        """Return a customer's letter with the number that is next, ready to be drawn.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        place = next_place(KIND, self._clock.today)
        return replace(self.draft(code), number=place.number)

    def draft(self, code: str) -> WelcomePaper:
        """Return a customer's letter without a number, to be looked at.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer, today = require_customer(code), self._clock.today
        home, form = business(), whole_form(customer.id)
        brief = Customers().brief(customer.code, today)
        limit = limit_at(
            decisions.limit_changes(today, [customer.id]).get(customer.id, ()),
            Scope.CUSTOMER,
            today,
        )
        size, window = paper_form(home)
        address = billing_address(customer.id)
        return WelcomePaper(
            business=business_card(home),
            number="",
            day=today,
            customer_name=customer.name,
            account=customer.code,
            address=(customer.name, *(line for line in address if line != customer.name)),
            currency=customer.currency,
            greeted=_greeted(brief.people),
            terms=brief.terms,
            limit=None if limit is None else limit.amount,
            agreed=terms_enclosed(form.locale, today),
            people=_people(customer),
            abroad="" if customer.country == home.country else customer.country,
            locale=customer.locale,
            window=window,
            size=size,
        )

    def issue(self, paper: WelcomePaper, drawn: DrawnPaper) -> Saved | None:
        """Issue a drawn letter.

        Returns:
            None where its number is not the next any more, so that it has to be numbered and drawn
            again; nothing is written then.
        """
        customer = require_customer(paper.account)
        content = hashlib.sha256(repr(paper).encode()).hexdigest()
        new = NewPaper(
            KIND, paper.day, paper.number, customer.id, customer.currency, paper.locale, content
        )
        if not is_next(new):
            return None
        with self._gateway.write("welcome-letter") as writing:
            id_ = keep_paper(writing, new, drawn)
        return Saved(id_, _TOUCHED)


class WelcomeIssue:
    """Issues letters: numbered and written on the database thread, drawn on the caller's."""

    def __init__(self, letters: WelcomeLetters, ask: Ask, draw: Draw = draw_welcome) -> None:
        self._letters, self._ask, self._draw = letters, ask, draw

    def issue(self, code: str) -> IssuedLetter:
        """Number, draw and issue; drawn again where another paper took the number meanwhile.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        paper, checked, saved = until_issued(
            self._ask, lambda: self._letters.numbered(code), self._draw, self._letters.issue
        )
        return IssuedLetter(saved, paper.number, checked.drawn.pdf)


def _greeted(people: tuple[ContactRow, ...]) -> str:
    """Who decides is greeted, else who pays, else the first that is known."""
    order = {"decides": 0, "pays": 1}
    known = sorted(people, key=lambda one: (order.get(one.authority, 2), one.id))
    return known[0].name if known else ""


def _people(customer: CustomerRow) -> tuple[Person, ...]:
    """Whom to call: who looks after the customer first, then the others that can be reached."""
    owner = whole_form(customer.id).owner_id
    first = None if owner is None else staff_row(owner)
    others = [row for row in our_people() if row.id != owner]
    rows = ([first] if first is not None and first.archived_day is None else []) + others
    found = [Person(row.role, row.name, _reach(row)) for row in rows if _reach(row)]
    return tuple(found[:_MOST_PEOPLE])


def _reach(row: StaffRow) -> str:
    return ", ".join(part for part in (row.phone, row.email) if part)
