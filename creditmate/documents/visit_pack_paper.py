"""What the visit pack is made from: everything that whoever goes should know. Ours alone."""

from dataclasses import dataclass
from datetime import date, datetime

from creditmate.documents.history_paper import HistoryPaper
from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard
from creditmate.domain.credit_limits import LimitUse
from creditmate.domain.lateness import Lateness
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.promise_register import Matured
from creditmate.domain.rows import ContactRow, DisputedRow
from creditmate.domain.statement import Statement
from creditmate.domain.talk_facts import OurAuthority
from creditmate.domain.terms_standing import Standing as TermsStanding
from creditmate.domain.visit_observations import Observed
from creditmate.domain.visits import Visit, VisitInner


@dataclass(frozen=True, slots=True)
class PackBrief:
    """What to know of a customer before going there.

    Attributes:
        people: Whom we know there.
        lateness: How it usually pays.
        kept: How promises were kept, for each currency.
        limits: Its credit limit, and its group's.
        remember: What is to be remembered of it.
        terms: When its invoices are due; None where not known.
        agreed: How its terms and conditions are proved; None where there are none to be accepted.
        disputed: What is in question, each with the number of its document.
    """

    lateness: Lateness
    people: tuple[ContactRow, ...] = ()
    kept: tuple[Matured, ...] = ()
    limits: tuple[LimitUse, ...] = ()
    remember: str = ""
    terms: PaymentTerms | None = None
    agreed: TermsStanding | None = None
    disputed: tuple[tuple[str, DisputedRow], ...] = ()


@dataclass(frozen=True, slots=True)
class VisitPack:
    """A visit pack ready to be drawn.

    Attributes:
        business: Whose paper it is.
        day: Of the paper.
        printed: When it was made.
        customer_name: Whom we visit.
        account: The customer's code.
        visit: What was agreed with the customer.
        inner: What is ours alone.
        brief: What to know beforehand.
        statements: How the account stands, one for each currency.
        history: The last contacts, with what was promised.
        may: What whoever goes may agree without asking; None where that is not known.
        last: What was observed on the last visit; None on the first.
        confirmed_day: When they confirmed; None while they did not.
        abroad: The country's code of the place where it is not ours.
        goes: Who of us goes where nobody of ours was named; '' for nobody.
        base: Who knows where we are, and how to reach them; '' where nobody else is known.
        locale: Of the words.
        size: Of the paper.
    """

    business: BusinessCard
    day: date
    printed: datetime
    customer_name: str
    account: str
    visit: Visit
    inner: VisitInner
    brief: PackBrief
    history: HistoryPaper
    statements: tuple[Statement, ...] = ()
    may: OurAuthority | None = None
    last: Observed | None = None
    confirmed_day: date | None = None
    abroad: str = ""
    goes: str = ""
    base: str = ""
    locale: str = "en_GB"
    size: PageSize = PageSize.A4
