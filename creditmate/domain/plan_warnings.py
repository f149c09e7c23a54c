"""What to think of before a plan is agreed: the law, what may be agreed alone, what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.dates import add_months
from creditmate.domain.legal_forms import LegalForm, is_incorporated
from creditmate.domain.money import Money
from creditmate.domain.plan_draft import Covered
from creditmate.domain.plan_schedule import Part
from creditmate.domain.plan_terms import Meanwhile, PlanTerms

EXEMPT_PARTS = 12
EXEMPT_MONTHS = 12
"""Up to so many parts within so many months, free of interest and charges, credit is exempt.

Source: domain-rules 4.11 (United Kingdom). Whether time on an existing debt is credit is unsettled.
"""


class PlanWarningKind(StrEnum):
    """What to think of before a plan is agreed; ``i18n.plan_words`` has the words."""

    CREDIT_LAW = "credit-law"
    BEYOND = "beyond"  # of what whoever agrees may agree alone: needs a reason
    IN_QUESTION = "in-question"
    RECEIVED = "received"
    PROMISED = "promised"
    NOT_DUE = "not-due"
    REPLACES = "replaces"
    BRANCHES = "branches"  # theirs is not in a head office's plan


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """A thing to think of, with the money, the number or the plan it is about."""

    kind: PlanWarningKind
    money: Money | None = None
    count: int = 0
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """Whom a plan is agreed with, and how far whoever agrees may go alone.

    ``parts_alone`` is how many parts (0: ask first), ``promises`` how many promises that run are
    about nothing but what the plan pays. ``branches`` is what branches of a head office have
    overdue that may be asked for, in the plan's currency: it is not in the head office's plan.
    """

    country: str
    form: LegalForm
    parts_alone: int
    promises: int = 0
    branches: Money | None = None


def plan_warnings(
    found: Covered, parts: Sequence[Part], terms: PlanTerms, around: Around, as_at: date
) -> tuple[PlanWarning, ...]:
    """Return what to think of, the gravest first.

    Args:
        found: What it pays.
        parts: Its schedule.
        terms: How it was told.
        around: With whom, and by whom; ``country`` is ours, whose law it is.
        as_at: The plan's day.
    """
    warnings = []
    last = add_months(as_at, EXEMPT_MONTHS)
    exempt = len(parts) <= EXEMPT_PARTS and parts[-1].day <= last
    waived = terms.interest is Meanwhile.WAIVED
    if around.country == "GB" and _may_be_a_person(around.form) and not (exempt and waived):
        warnings.append(PlanWarning(PlanWarningKind.CREDIT_LAW, count=len(parts)))
    if len(parts) > around.parts_alone:
        warnings.append(PlanWarning(PlanWarningKind.BEYOND, count=around.parts_alone))
    if found.in_question:
        warnings.append(PlanWarning(PlanWarningKind.IN_QUESTION, found.in_question))
    if found.received:
        warnings.append(PlanWarning(PlanWarningKind.RECEIVED, found.received))
    if around.branches:
        warnings.append(PlanWarning(PlanWarningKind.BRANCHES, around.branches))
    if around.promises:
        warnings.append(PlanWarning(PlanWarningKind.PROMISED, count=around.promises))
    if found.not_due:
        warnings.append(PlanWarning(PlanWarningKind.NOT_DUE, count=found.not_due))
    return tuple(warnings)


def _may_be_a_person(form: LegalForm) -> bool:
    """Whether it is an individual, a sole trader or a partnership, or might be one."""
    return not is_incorporated(form) and form is not LegalForm.CHARITY
