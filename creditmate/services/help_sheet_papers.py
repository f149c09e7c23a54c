"""Help sheets on paper: made of the wording of the customer's country, kept as they were sent."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from creditmate.db.business import business
from creditmate.db.customers import billing_address
from creditmate.db.gateway import Gateway
from creditmate.documents.help_sheet_paper import HelpSheetPaper, draw_help_sheet
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.kinds import PaperKind
from creditmate.domain.ports import Clock
from creditmate.services.customers import require_customer
from creditmate.services.help_sheets import HelpSheets
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.numbered_papers import Ask, NewPaper, is_next, keep_paper, until_issued
from creditmate.services.numbering import next_place

KIND = PaperKind.HELP_SHEET.value
Draw = Callable[[HelpSheetPaper], CheckedPaper]


@dataclass(frozen=True, slots=True)
class IssuedHelpSheet:
    """A sheet that was issued, with its PDF."""

    saved: Saved
    number: str
    pdf: bytes


class HelpSheetPapers:
    """Makes help sheets and keeps those that were issued."""

    def __init__(self, sheets: HelpSheets, gateway: Gateway, clock: Clock) -> None:
        self._sheets, self._gateway, self._clock = sheets, gateway, clock

    def draft(self, code: str) -> HelpSheetPaper:
        """Return a customer's sheet without a number, to be looked at.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``AGREEMENT_STANDS``: its country has no sheet.
        """
        customer, home = require_customer(code), business()
        sheet = self._sheets.for_customer(code)
        size, window = paper_form(home)
        address = billing_address(customer.id)
        return HelpSheetPaper(
            business=business_card(home),
            number="",
            day=self._clock.today,
            title=sheet.title,
            wording=sheet.wording,
            customer_name=customer.name,
            address=(customer.name, *(line for line in address if line != customer.name)),
            abroad="" if customer.country == home.country else customer.country,
            locale=customer.locale,
            window=window,
            size=size,
        )

    def numbered(self, code: str) -> HelpSheetPaper:
        """Return a customer's sheet with the number that is next.

        Raises:
            UserError: As ``draft``.
        """
        place = next_place(KIND, self._clock.today)
        return replace(self.draft(code), number=place.number)

    def issue(self, code: str, paper: HelpSheetPaper, drawn: DrawnPaper) -> Saved | None:
        """Keep a drawn sheet.

        Returns:
            None where its number is not the next any more, so that it has to be numbered and drawn
            again; nothing is written then.
        """
        customer = require_customer(code)
        content = hashlib.sha256(repr(paper).encode()).hexdigest()
        new = NewPaper(
            KIND, paper.day, paper.number, customer.id, customer.currency, paper.locale, content
        )
        if not is_next(new):
            return None
        with self._gateway.write("issue-help-sheet") as writing:
            id_ = keep_paper(writing, new, drawn)
        return Saved(id_, Touched.PAPERS)


class HelpSheetIssue:
    """Issues sheets: numbered and written on the database thread, drawn on the caller's."""

    def __init__(self, papers: HelpSheetPapers, ask: Ask, draw: Draw = draw_help_sheet) -> None:
        self._papers, self._ask, self._draw = papers, ask, draw

    def issue(self, code: str) -> IssuedHelpSheet:
        """Number, draw and keep; drawn again where another paper took the number meanwhile.

        Raises:
            UserError: As ``HelpSheetPapers.draft``.
        """
        paper, checked, saved = until_issued(
            self._ask,
            lambda: self._papers.numbered(code),
            self._draw,
            lambda paper, drawn: self._papers.issue(code, paper, drawn),
        )
        return IssuedHelpSheet(saved, paper.number, checked.drawn.pdf)
