"""What stands beside the money in a customer's brief: decisions, wishes, how they pay, whose it is.

Everything is as at a day, ready to be shown; words are made at the edge.
"""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.at_rest import Rest
from creditmate.domain.credit_limits import Exposure, Insurance, LimitUse
from creditmate.domain.customer_status import Status
from creditmate.domain.groups import StatementTo
from creditmate.domain.holds import Hold
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.pay_cycles import PayCycle
from creditmate.domain.payment_runs import PaymentRun
from creditmate.domain.wishes import Wish


@dataclass(frozen=True, slots=True)
class Named:
    """A customer that another one refers to."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class HowTheyPay:
    """How a customer pays: ``next_run`` is the first run after the day, None without a rule.

    ``cycle`` is what is proposed for a plan; a branch's is its head office's, who pays for it.
    """

    run: PaymentRun | None = None
    next_run: date | None = None
    invoice_cut_off: int | None = None
    order_required: bool = False
    invoices_to: str = ""
    approver: str = ""
    method: str = ""
    account_at_theirs: str = ""
    cycle: PayCycle | None = None


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """A customer's standing with us.

    ``status_day`` and ``status_reason`` are of the decision that counts; None and '' where none
    was made. ``holds`` are those in force, the gravest first; ``exposures`` one per currency.
    ``group_limit`` is the head office's, with all its branches counted. ``head_office`` and
    ``branches`` exclude each other. ``resting`` is why the customer is not followed up at all,
    ``grace_days`` for how long after a due day it is not, None for as many days as usual.
    ``region`` is the name of the part of its country whose holidays count, '' for the usual one.
    """

    legal_form: LegalForm = LegalForm.UNKNOWN
    status: Status = Status.ACTIVE
    status_day: date | None = None
    status_reason: str = ""
    holds: tuple[Hold, ...] = ()
    wishes: tuple[Wish, ...] = ()
    exposures: tuple[Exposure, ...] = ()
    limit: LimitUse | None = None
    group_limit: LimitUse | None = None
    insurance: Insurance | None = None
    pays: HowTheyPay = HowTheyPay()
    friend: bool = False
    owner: str = ""
    industry: str = ""
    tags: tuple[str, ...] = ()
    head_office: Named | None = None
    branches: tuple[Named, ...] = ()
    statement_to: StatementTo = StatementTo.BRANCH
    archived: bool = False
    resting: Rest | None = None
    grace_days: int | None = None
    region: str = ""


NO_FACTS = CustomerFacts()
"""Of a customer about whom nothing was decided."""
