"""The signature page of terms: what is agreed in short, ticks, and where both sign.

Always one page, always the last (mockups/paper.md, document 10; paper-10-terms-signature.png).
"""

from dataclasses import dataclass

from creditmate.documents.fonts import (
    ADDRESS,
    BODY,
    HEAD,
    HEADING,
    LABEL,
    LETTER,
    NOTE,
    SMALL,
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
_TICK, _TICK_ABOVE, _TICK_X = 3.6, 3.2, 31.0
_INVOICES_BELOW = 9.0
_SIGN_BELOW, _SIGN_RULE, _FIRST_FIELD, _FIELD_PITCH = 10.9, 2.1, 9.0, 8.5
_LEFT_END, _RIGHT_START, _FIELD_ROOM = 106.9, 111.1, 19.9
_UNDERLINE = 0.9
_FIELDS = 6
_NOTE_PITCH = 3.9
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
        self._draw_signatures(sheet, y + _SIGN_BELOW)

    @property
    def _height_below(self) -> float:
        """What stands below the table takes so much."""
        ticks = _TICKS_BELOW + _FIRST_TICK + _TICK_PITCH * (len(self._ticks()) - 1)
        signatures = _SIGN_BELOW + _FIRST_FIELD + _FIELD_PITCH * (_FIELDS - 1) + _UNDERLINE
        return ticks + _INVOICES_BELOW + signatures

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
            sheet.box(LEFT - 0.2, y - _TICK_ABOVE, _TICK, _TICK, BOX_RULE)
            sheet.text(_TICK_X, y, sheet.fitted(said, ADDRESS, RIGHT - _TICK_X, 1)[0], ADDRESS)
        return y

    def _draw_invoices(self, sheet: Sheet, y: float) -> float:
        said = self._("Invoices should go to:")
        sheet.text(LEFT, y, said, ADDRESS)
        start = max(64.0, LEFT + width(said, ADDRESS) + _CLEAR)
        sheet.rule(start, RIGHT, y + _UNDERLINE, BOX_RULE)
        return y

    # ------------------------------------------------------------- signatures
    def _draw_signatures(self, sheet: Sheet, y: float) -> None:
        paper, _ = self.paper, self._
        sheet.text(LEFT, y, _("Signed for the customer"), HEADING)
        sheet.rule(LEFT, _LEFT_END, y + _SIGN_RULE, TABLE_RULE)
        sheet.text(_RIGHT_START, y, _("Received for us"), HEADING)
        sheet.rule(_RIGHT_START, RIGHT, y + _SIGN_RULE, TABLE_RULE)
        y += _FIRST_FIELD
        theirs = (
            (_("Legal name"), paper.customer_name),
            (_("Number"), paper.company_number),
            (_("Signature"), ""),
            (_("Name"), ""),
            (_("Position"), ""),
            (_("Date"), ""),
        )
        for place, (label, value) in enumerate(theirs):
            self._draw_field(sheet, LEFT, _LEFT_END, y + place * _FIELD_PITCH, label, value)
        ours = ((_("Name"), paper.business.contact_person), (_("Signature"), ""), (_("Date"), ""))
        for place, (label, value) in enumerate(ours):
            self._draw_field(sheet, _RIGHT_START, RIGHT, y + place * _FIELD_PITCH, label, value)
        self._draw_received(sheet, y + len(ours) * _FIELD_PITCH)

    def _draw_field(  # noqa: PLR0913, PLR0917 - a field has two ends, a place and two texts
        self, sheet: Sheet, left: float, right: float, y: float, label: str, value: str
    ) -> None:
        start = left + _FIELD_ROOM
        label = sheet.fitted(label, LABEL, _FIELD_ROOM - 1, 1)[0]
        sheet.text(left, y, label, LABEL, MUTED)
        sheet.rule(start, right, y + _UNDERLINE, BOX_RULE)
        room = right - start - 1.0
        lines = sheet.fitted(value, SMALL, room, 2) if value else []
        for number, line in enumerate(reversed(lines)):
            sheet.text(start + 1.0, y - number * 3.6, line, SMALL)

    def _draw_received(self, sheet: Sheet, y: float) -> None:
        _ = self._
        sheet.text(_RIGHT_START, y, _("Received by"), LABEL, MUTED)
        x = _RIGHT_START + _FIELD_ROOM
        pitch = (RIGHT - x) / 3
        for place, said in enumerate((_("post"), _("e-mail"), _("by hand"))):
            sheet.box(x + place * pitch, y - _TICK_ABOVE + 0.3, _TICK, _TICK, BOX_RULE)
            room = pitch - _TICK - 1.5
            sheet.text(x + place * pitch + 4.6, y, sheet.fitted(said, BODY, room, 1)[0], BODY)
        note = _("Signing says that you may sign for the customer named. You keep one copy; we"
                 " keep the other with your account.")  # fmt: skip
        y += 11.2
        for number, line in enumerate(sheet.fitted(note, LABEL, RIGHT - _RIGHT_START, 3)):
            sheet.text(_RIGHT_START, y + number * _NOTE_PITCH, line, LABEL, MUTED)

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
