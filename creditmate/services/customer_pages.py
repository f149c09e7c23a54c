"""A customer's page: the brief, what comes next, the account item by item, and the papers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.account_items import account_ids, account_rows
from creditmate.db.attachments import attachments_of
from creditmate.db.papers import paper_bytes, papers_of
from creditmate.db.visits import visits_of
from creditmate.domain.attachments import AttachmentRow
from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.chasing import Portion
from creditmate.domain.customer_list import Flag, NextStep, next_step
from creditmate.domain.next_steps import VISIT_STEPS
from creditmate.domain.rows import OpenEntryRow, PaperRow
from creditmate.services.cases import read_files
from creditmate.services.credit_checks import CreditFile, credit_file
from creditmate.services.customers import Brief, brief_of, require_customer
from creditmate.services.extensions import ExtensionRow, extension_rows
from creditmate.services.interest_book import ground_of
from creditmate.services.lateness import learnt_book
from creditmate.services.marked_customers import flag_of
from creditmate.services.plan_lists import PlanRow, plan_rows
from creditmate.services.visit_lists import VisitRow, rows_of, visit_files

HEAD = 128
"""Items that come with the list of the account itself."""


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """What a customer's page shows besides the story, as at a day.

    ``portions`` cuts each open debit, by its id, in what is disputed, promised and left;
    ``credit`` is what was looked at before credit was given, ``charges`` on what ground something
    may be charged for paying late, without sums; ``plans`` and ``times`` what was arranged;
    ``visit`` the next one with which anything is to be done.
    """

    brief: Brief
    flag: Flag | None
    next_step: NextStep | None
    portions: Mapping[int, Portion]
    papers: tuple[PaperRow, ...]
    files: tuple[AttachmentRow, ...] = ()
    credit: CreditFile | None = None
    charges: ChargeFacts | None = None
    plans: tuple[PlanRow, ...] = ()
    times: tuple[ExtensionRow, ...] = ()
    visit: VisitRow | None = None


@dataclass(frozen=True, slots=True)
class AccountListing:
    """Items of an account in order, and the first of them."""

    ids: Sequence[int]
    head: Sequence[OpenEntryRow]


class CustomerPages:
    """Questions that a customer's page asks."""

    def page(self, code: str, as_at: date) -> CustomerPage:
        """Return what the page of a customer shows.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        (file,) = read_files([customer.id], as_at, learnt_book(as_at))
        brief = brief_of(customer, file, as_at)
        portions = file.case.portions(as_at)
        return CustomerPage(
            brief=brief,
            flag=flag_of(
                file,
                archived=customer.archived,
                over_limit=brief.facts.limit is not None and brief.facts.limit.over is not None,
            ),
            next_step=_next_step(brief),
            portions={portion.entry.id: portion for portion in portions},
            papers=tuple(papers_of(customer.id, as_at)),
            files=tuple(attachments_of(customer.id)),
            credit=credit_file(customer.id, as_at),
            charges=ground_of(customer, as_at),
            plans=tuple(plan_rows([one.plan for one in file.case.plans], as_at)),
            times=tuple(extension_rows([e.extension for e in file.case.extensions], as_at)),
            visit=_next_visit(brief, as_at),
        )

    def account(self, customer: int, as_at: date) -> AccountListing:
        """Return everything that moved an account, the newest first."""
        ids = account_ids(customer, as_at)
        return AccountListing(ids, account_rows(ids[:HEAD], as_at))

    def items(self, ids: Sequence[int], as_at: date) -> list[OpenEntryRow]:
        """Return items of one account, a few hundred at a time, in their order."""
        return account_rows(ids, as_at)

    def paper(self, paper: int) -> bytes:
        """Return a paper exactly as it was issued."""
        return paper_bytes(paper)


def _next_step(brief: Brief) -> NextStep | None:
    """What comes next; where nobody is contacted today it is what was set, if anything was."""
    later = brief.left_out and next_step(None, (), brief.tasks, brief.as_at)
    return later or next_step(brief.line, brief.standings, brief.tasks, brief.as_at)


def _next_visit(brief: Brief, as_at: date) -> VisitRow | None:
    """The next visit that is open; nobody is asked for where no step of one is."""
    if not any(task.about in VISIT_STEPS for task in brief.tasks):
        return None
    customer = brief.customer.id
    rows = rows_of(visit_files(visits_of([customer]).get(customer, [])), as_at)
    return next((row for row in rows if row.standing.is_open), None)
