"""The signature page of terms: what is agreed in short, ticks, and where both sign.

Always one page, always the last (mockups/paper.md, document 10; paper-10-terms-signature.png).
"""

from dataclasses import dataclass

from creditmate.documents.fonts import (
    ADDRESS,
    BODY,
    HEAD,
    HEADING,
    LETTER,
    NOTE,
    STRONG,
    TITLE,
    width,
)
from creditmate.documents.page import (
    BOX_RULE,
    LEFT,
    MUTED,
    RIGHT,
    ROW_RULE,
    ROW_RULE_INK,
    TABLE_RULE,
    Page,
)
from creditmate.documents.sheet import Sheet
from creditmate.documents.terms_paper import TermsPaper
from creditmate.documents.terms_signing import SIGNATURES_HIGH, draw_signatures, draw_tick
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice
from creditmate.domain.terms import Clause, ClauseKind, in_order
from creditmate.i18n.agreed_words import clause_title

_TITLE, _INTRO, _INTRO_PITCH = 46.0, 54.5, 4.8
_HEADS_BELOW_INTRO, _RULE_BELOW_HEADS = 9.0, 2.1
_AGREED_X, _CLAUSE_ROOM = 75.0, 16.0
_ROW_ABOVE, _ROW_BELOW, _LINE = 4.15, 2.05, 4.4
"""Of a row: from the rule to its first baseline, from its last to the rule, between lines."""
_TICKS_BELOW, _FIRST_TICK, _TICK_PITCH = 9.2, 6.5, 7.0
_TICK_X = 31.0
_INVOICES_BELOW = 9.0
_SIGN_BELOW, _UNDERLINE = 10.9, 0.9
_FINGERPRINT_ABOVE = 2.6
"""The line with the fingerprint stands so far above the rule over the footer."""
_CLEAR = 4.0
_NO_CLAUSE = "–"


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    said: list[str]
    number: str


class SignaturePage:
    """Draws one signature page.

    Args:
        paper: What it belongs to.
        voice: Of the paper.
        form: The measures of the page.
        pages: Of the whole paper, this one among them.
    """

    def __init__(self, paper: TermsPaper, voice: Voice, form: Page, pages: int) -> None:
        self.paper, self.voice, self.form, self.pages = paper, voice, form, pages
        self._ = voice.gettext

    def draw(self, sheet: Sheet, bottom: float) -> None:
        """Draw all between the head of the page and its footer.

        Args:
            sheet: The page.
            bottom: Where the rule over the footer stands.
        """
        self._draw_fingerprint(sheet, bottom - _FINGERPRINT_ABOVE)
        sheet.text(LEFT, _TITLE, self._("Agreeing to our terms"), TITLE)
        y = self._draw_intro(sheet)
        lowest = bottom - _FINGERPRINT_ABOVE - _CLEAR - self._height_below
        y = self._draw_table(sheet, y + _HEADS_BELOW_INTRO, lowest)
        y = self._draw_ticks(sheet, y + _TICKS_BELOW)
        y = self._draw_invoices(sheet, y + _INVOICES_BELOW)
        draw_signatures(sheet, y + _SIGN_BELOW, self.paper, self.voice)

    @property
    def _height_below(self) -> float:
        """What stands below the table takes so much."""
        ticks = _TICKS_BELOW + _FIRST_TICK + _TICK_PITCH * (len(self._ticks()) - 1)
        return ticks + _INVOICES_BELOW + _SIGN_BELOW + SIGNATURES_HIGH

    def _draw_intro(self, sheet: Sheet) -> float:
        wording = self.pages - 1
        said = self.voice.ngettext(
            "These are the points people ask about most. The full wording is on page 1. Please"
            " read it, ask us about anything that is not clear, and sign below before the first"
            " order.",
            "These are the points people ask about most. The full wording is on pages 1 to {n}."
            " Please read it, ask us about anything that is not clear, and sign below before the"
            " first order.",
            wording,
        ).format(n=self.voice.number(wording))
        y = _INTRO
        lines = sheet.fitted(said, LETTER, RIGHT - LEFT, 3)
        for number, line in enumerate(lines):
            y = _INTRO + number * _INTRO_PITCH
            sheet.text(LEFT, y, line, LETTER)
        return y

    # ------------------------------------------------------------- in short
    def _draw_table(self, sheet: Sheet, y: float, lowest: float) -> float:
        """Draw the table from the baseline of its heads; return its last rule."""
        sheet.text(LEFT, y, self._("In short"), HEAD)
        sheet.text(_AGREED_X, y, self._("What is agreed"), HEAD)
        sheet.text_right(RIGHT, y, self._("Clause"), HEAD)
        y += _RULE_BELOW_HEADS
        sheet.rule(LEFT, RIGHT, y, TABLE_RULE)
        rows = self._rows(sheet, lowest - y)
        for place, row in enumerate(rows):
            y += _ROW_ABOVE
            sheet.text(LEFT, y, row.label, STRONG)
            sheet.text_right(RIGHT, y, row.number, BODY, MUTED)
            for number, line in enumerate(row.said):
                y += _LINE if number else 0.0
                sheet.text(_AGREED_X, y, line, BODY)
            y += _ROW_BELOW
            if place + 1 == len(rows):
                sheet.rule(LEFT, RIGHT, y, TABLE_RULE)
            else:
                sheet.rule(LEFT, RIGHT, y, ROW_RULE, ROW_RULE_INK)
        return y

    def _rows(self, sheet: Sheet, room: float) -> list[_Row]:
        """The rows, as high as the page has room for; what is lost of one is recorded."""
        clauses = self._clauses()
        space = RIGHT - _CLAUSE_ROOM - _AGREED_X
        spare = room - len(clauses) * (_ROW_ABOVE + _ROW_BELOW)
        rows = []
        for clause in clauses:
            wanted = len(wrap(clause.summary, BODY, space)) - 1
            more = max(min(wanted, int(spare / _LINE)), 0)
            spare -= more * _LINE
            said = sheet.fitted(clause.summary, BODY, space, more + 1)
            label = clause_title(clause.kind, self.voice.locale)
            label = sheet.fitted(label, STRONG, _AGREED_X - LEFT - _CLEAR, 1)[0]
            rows.append(_Row(label, said, clause.number or _NO_CLAUSE))
        return rows

    def _clauses(self) -> list[Clause]:
        """Those of the version; of a guarantee it is said as well that none is asked for."""
        clauses = list(self.paper.version.clauses)
        if self.paper.version.clause(ClauseKind.GUARANTEE) is None:
            clauses.append(Clause(ClauseKind.GUARANTEE, self._("None is asked for.")))
        return in_order(clauses)

    # ------------------------------------------------------------- ticks
    def _ticks(self) -> list[str]:
        version, _ = self.paper.version, self._
        whole = _("We have received pages 1 to {n} of version {number} and accept them for all"
                  " orders from the date below.")  # fmt: skip
        named = {
            ClauseKind.INTEREST: _("We agree to clause {clause} on interest when payment is late."),
            ClauseKind.FIXED_SUMS: _(
                "We agree to clause {clause} on fixed sums when payment is late."
            ),
            ClauseKind.COSTS: _("We agree to clause {clause} on costs of recovery."),
            ClauseKind.GUARANTEE: _("We agree to clause {clause} on a personal guarantee."),
        }
        unnumbered = {
            ClauseKind.INTEREST: _("We agree to interest when payment is late."),
            ClauseKind.FIXED_SUMS: _("We agree to fixed sums when payment is late."),
            ClauseKind.COSTS: _("We agree to costs of recovery."),
            ClauseKind.GUARANTEE: _("We agree to a personal guarantee."),
        }
        said = [whole.format(n=self.voice.number(self.pages), number=self._number)]
        for kind in version.ticked:
            clause = version.clause(kind)
            number = "" if clause is None else clause.number
            said.append((named if number else unnumbered)[kind].format(clause=number))
        return said

    @property
    def _number(self) -> str:
        return self.voice.number(self.paper.version.number)

    def _draw_ticks(self, sheet: Sheet, y: float) -> float:
        sheet.text(LEFT, y, self._("Please tick"), HEADING)
        y += _FIRST_TICK - _TICK_PITCH
        for said in self._ticks():
            y += _TICK_PITCH
            draw_tick(sheet, LEFT - 0.2, y)
            sheet.text(_TICK_X, y, sheet.fitted(said, ADDRESS, RIGHT - _TICK_X, 1)[0], ADDRESS)
        return y

    def _draw_invoices(self, sheet: Sheet, y: float) -> float:
        said = self._("Invoices should go to:")
        sheet.text(LEFT, y, said, ADDRESS)
        start = max(64.0, LEFT + width(said, ADDRESS) + _CLEAR)
        sheet.rule(start, RIGHT, y + _UNDERLINE, BOX_RULE)
        return y

    def _draw_fingerprint(self, sheet: Sheet, y: float) -> None:
        if self.paper.draft:
            return
        wording = self.pages - 1
        said = self.voice.ngettext(
            "Fingerprint of the wording on page 1:  {print}   You can compare it with your copy.",
            "Fingerprint of the wording on pages 1 to {n}:  {print}   You can compare it with your"
            " copy.",
            wording,
        )
        line = said.format(n=self.voice.number(wording), print=self.paper.version.fingerprint)
        sheet.text(LEFT, y, sheet.fitted(line, NOTE, RIGHT - LEFT, 1)[0], NOTE, MUTED)
