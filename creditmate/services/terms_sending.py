"""Terms on paper: for a customer, issued and kept as they were sent, or blank to be filled in."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db import acceptances as register
from creditmate.db.business import business
from creditmate.db.customer_records import customer_record
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.next_steps import add_task
from creditmate.db.terms import file_of, versions, wording_of
from creditmate.documents.papers import CheckedPaper, DrawnPaper, PaperWarning
from creditmate.documents.terms import draw_and_check
from creditmate.documents.terms_paper import TermsPaper
from creditmate.domain.changes import Done, Touched
from creditmate.domain.errors import UserError
from creditmate.domain.ports import Clock
from creditmate.domain.rows import BusinessRow, CustomerRow
from creditmate.domain.terms import TermsVersion, in_order, wording_sha256
from creditmate.services.acceptance_entries import SentEntry, check_sent, known_version
from creditmate.services.customers import require_customer
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.numbered_papers import Ask, NewPaper, is_next, keep_paper, until_issued
from creditmate.services.numbering import next_place
from creditmate.services.terms_checks import NewVersion, TermsFile, checked_file

KIND = "terms"
"""The kind of paper, and of the series that numbers it."""
_TOUCHED = Touched.CUSTOMERS | Touched.TASKS
Draw = Callable[[TermsPaper], CheckedPaper]
"""Draws terms, here or elsewhere."""


@dataclass(frozen=True, slots=True)
class Issued:
    """Terms that were sent, with their PDF and what to look at in it."""

    done: Done
    number: str
    pdf: bytes
    pages: int
    warnings: tuple[PaperWarning, ...]


class TermsSending:
    """Makes papers of terms and puts down that they were sent."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def blank(self, version: int) -> TermsPaper:
        """Return a version with nobody's name in it, ready to be drawn; it is not issued.

        Raises:
            UserError: ``UNKNOWN_TERMS``.
        """
        return _paper(known_version(versions(), version), business())

    def preview(self, new: NewVersion) -> TermsPaper:
        """Return what is being written as it would be printed, as far as it can be."""
        home, number = business(), 1
        version = TermsVersion(
            id=0,
            title=new.title,
            language=new.language,
            number=number,
            effective_day=new.effective_day,
            sha256=wording_sha256(new.wording),
            clauses=tuple(in_order(new.clauses)),
        )
        return TermsPaper(
            business=business_card(home),
            version=version,
            wording=new.wording,
            locale=_locale(version, home.locale),
            draft=True,
            size=paper_form(home)[0],
        )

    def record(self, code: str, entry: SentEntry) -> Done:
        """Put down that terms were sent without a paper of ours, and when to ask for them back.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``, ``UNKNOWN_TERMS``, ``FIELD_REFUSED``.
        """
        customer = require_customer(code)
        check_sent(customer, entry, self._clock.today)
        known_version(versions(), entry.version)
        with self._gateway.write("send-terms") as writing:
            id_ = _put_down(writing, customer, entry, None)
        return Done(writing.id, _TOUCHED, id_)

    def numbered(self, code: str, entry: SentEntry) -> TermsPaper:
        """Return the customer's paper with the number that is next, ready to be drawn.

        Raises:
            UserError: As ``record``.
        """
        customer = require_customer(code)
        check_sent(customer, entry, self._clock.today)
        version = known_version(versions(), entry.version)
        form, _ = customer_record(customer.id)
        return replace(
            _paper(version, business(), customer.locale),
            customer_name=customer.name,
            company_number=form.company_number,
            account=customer.code,
            sent_day=entry.day,
            number=next_place(KIND, entry.day).number,
        )

    def issue(
        self, code: str, entry: SentEntry, paper: TermsPaper, drawn: DrawnPaper
    ) -> Done | None:
        """Issue a drawn paper and put down that it was sent, in one transaction.

        Returns:
            None where its number is not the next any more, so that it has to be numbered and drawn
            again; nothing is written then.

        Raises:
            UserError: As ``record``.
        """
        customer = require_customer(code)
        check_sent(customer, entry, self._clock.today)
        new = NewPaper(
            KIND, entry.day, paper.number, customer.id, customer.currency, paper.locale,
            _content(paper),
        )  # fmt: skip
        if not is_next(new):
            return None
        with self._gateway.write("send-terms") as writing:
            id_ = _put_down(writing, customer, entry, keep_paper(writing, new, drawn))
        return Done(writing.id, _TOUCHED | Touched.PAPERS, id_)


def drafted(base: TermsPaper, new: NewVersion, file: TermsFile | None) -> TermsPaper:
    """Return a preview drawn anew: what is typed now, in the letterhead that was read before.

    Args:
        base: As ``TermsSending.preview`` returned it.
        new: What is typed.
        file: The PDF that takes the place of the wording; one that cannot be used is left out.
    """
    version = replace(
        base.version,
        title=new.title,
        language=new.language,
        effective_day=new.effective_day,
        clauses=tuple(in_order(new.clauses)),
    )
    paper = replace(
        base, version=version, wording=new.wording, locale=_locale(version, base.locale)
    )
    if file is None:
        return paper
    try:
        pages = checked_file(file)[1]
    except UserError:
        return paper
    return replace(paper, version=replace(version, pages=pages), wording="", file=file.content)


class TermsIssue:
    """Sends terms: numbered and written on the database thread, drawn on the caller's."""

    def __init__(self, sending: TermsSending, ask: Ask, draw: Draw = draw_and_check) -> None:
        self._sending = sending
        self._ask = ask
        self._draw = draw

    def issue(self, code: str, entry: SentEntry) -> Issued:
        """Number, draw and issue; drawn again where another paper took the number meanwhile.

        Raises:
            UserError: As ``TermsSending.record``.
        """
        paper, checked, done = until_issued(
            self._ask,
            lambda: self._sending.numbered(code, entry),
            self._draw,
            lambda paper, drawn: self._sending.issue(code, entry, paper, drawn),
        )
        drawn = checked.drawn
        return Issued(done, paper.number, drawn.pdf, drawn.pages, checked.warnings)


def _paper(version: TermsVersion, home: BusinessRow, locale: str = "") -> TermsPaper:
    return TermsPaper(
        business=business_card(home),
        version=version,
        wording=wording_of(version.id),
        locale=_locale(version, locale or home.locale),
        file=file_of(version.id),
        size=paper_form(home)[0],
    )


def _locale(version: TermsVersion, wanted: str) -> str:
    """The locale of the reader where the terms are in its language, else the terms' own."""
    return wanted if wanted.partition("_")[0] == version.language else version.language


def _content(paper: TermsPaper) -> str:
    """The hash of what the customer reads; the program's own ways of drawing do not count."""
    version = paper.version
    said: list[object] = [
        version.sha256, version.title, version.number, version.effective_day.isoformat(),
        paper.account, paper.customer_name, paper.company_number, str(paper.sent_day),
        [(one.kind.value, one.number, one.summary) for one in version.clauses],
    ]  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _put_down(writing: Writing, customer: CustomerRow, entry: SentEntry, paper: int | None) -> int:
    task = None
    if entry.follow_up is not None:
        task = _ask_for_it(writing, customer.id, entry.follow_up, entry.follow_up_note.strip())
    return register.add_sent(
        writing,
        customer_id=customer.id,
        terms_version_id=entry.version,
        day=entry.day,
        way=entry.way.value,
        contact_id=entry.contact,
        to_whom=" ".join(entry.to_whom.split()),
        paper_id=paper,
        task_id=task,
    )


def _ask_for_it(writing: Writing, customer: int, day: date, note: str) -> int:
    return add_task(
        writing,
        customer_id=customer,
        kind="other",
        day=day,
        note=note,
        from_interaction_id=None,
    )
