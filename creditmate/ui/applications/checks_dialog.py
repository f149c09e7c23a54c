"""What is looked at before credit is given: how it stands, and what was looked at just now."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.credit_checks import Check, Result, usual_review
from creditmate.domain.our_people import StaffRow
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.credit_words import check_line, check_words, checks_line, result_words
from creditmate.i18n.formats import money
from creditmate.services.credit_checks import CheckEntry, CreditFile
from creditmate.services.customers import Brief
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.fact_rows import FactRows
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.typed_fields import DayField, MoneyField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE

Told = Callable[[str, Done], object]
_REVIEWED = frozenset({Check.LIMIT, Check.REVIEW})


class ChecksDialog(EditDialog):
    """The list above, one thing to put down below; what is missing is offered first.

    Attributes:
        kind: What was looked at.
        showed: What it showed.
        about: Whom or what was asked.
        limit: Decided, where it is about that.
        staff: Who looked or decided.
        review: When to look again.
        note: In the user's words.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it shows and whom it tells
        self,
        around: Surroundings,
        window: QWidget,
        brief: Brief,
        credit: CreditFile,
        staff: Sequence[StaffRow],
        told: Told,
    ) -> None:
        _ = words(around.language).gettext
        self._brief, self._credit, self._told = brief, credit, told
        name = brief.customer.name
        stands = capital(checks_line(credit.checks, around.language, around.locale, brief.as_at))
        title = _("Credit checks for {name}").format(name=name)
        super().__init__(
            around, window, title, _("Put it down"), detail=stands, width=SIZES.damage_dialog
        )
        theme, currency = around.theme, brief.customer.currency
        self.kind = Field(theme, _("What was looked at"), Choice(theme, ""), echoes=False)
        self.showed = Field(theme, _("What it showed"), Choice(theme, ""), echoes=False)
        self.about = Field(theme, _("Whom or what you asked"), LineInput(theme, ""), echoes=False)
        label = _("Credit limit, {currency}; empty for no credit").format(currency=currency)
        self.limit = MoneyField(around, label, currency)
        self.staff = Field(theme, _("By whom"), Choice(theme, ""), echoes=False)
        self.review = DayField(around, _("Look at it again"))
        self.note = Field(theme, _("Note"), LineInput(theme, ""), echoes=False)
        self._fill(staff)
        for field, part in (
            ("check.about", self.about),
            ("limit.amount", self.limit),
            ("check.staff", self.staff),
            ("check.review_day", self.review),
            ("check.note", self.note),
        ):
            self.add(field, part)
        self.put(self._list())
        self.body.addSpacing(SPACE.s)
        self.put(SectionHead(theme, _("Just looked at")))
        self.put(self.kind, self.showed, self.about, self.limit, self.staff, self.review, self.note)
        self.kind.input.currentIndexChanged.connect(self._on_kind)
        self._choose_first()
        self.open_at(self.kind)

    # ------------------------------------------------------------- how it stands
    def _list(self) -> FactRows:
        rows, language = FactRows(self.around.theme, marked=True), self.around.language
        for line in self._credit.checks.lines:
            is_well = line.result is Result.GOOD
            known = rows.add(check_words(line.kind, language), is_well=is_well)
            known.set_text(check_line(line, language, self.around.locale, self._brief.as_at))
        return rows

    def _fill(self, staff: Sequence[StaffRow]) -> None:
        language = self.around.language
        for kind in Check:
            self.kind.input.addItem(check_words(kind, language), kind.value)
        for result in Result:
            self.showed.input.addItem(capital(result_words(result, language)), result.value)
        self.staff.input.addItem("–", None)
        for row in staff:
            self.staff.input.addItem(row.name, row.id)
        if staff:
            self.staff.input.setCurrentIndex(1)
        wished = self._credit.wished
        if wished is not None and wished.currency == self._brief.customer.currency:
            self.limit.show_amount(wished)
            _, shown = words(language).gettext, money(wished, self.around.locale, symbol=True)
            self.limit.note(_("{amount} is wished").format(amount=shown))

    def _choose_first(self) -> None:
        """Begin with what is missing; of a limit that is due, with looking at it."""
        checks = self._credit.checks
        first = checks.missing[0] if checks.missing else Check.REVIEW
        self.kind.input.setCurrentIndex(self.kind.input.findData(first.value))
        self._on_kind()

    @property
    def _kind(self) -> Check:
        return Check(str(self.kind.input.currentData()))

    def _on_kind(self) -> None:
        """Show what belongs to what was looked at; referees are proposed as the form names them."""
        kind = self._kind
        self.about.setVisible(kind not in _REVIEWED)
        self.limit.setVisible(kind is Check.LIMIT)
        self.review.setVisible(kind in _REVIEWED)
        self.review.show_day(usual_review(self._brief.as_at) if kind in _REVIEWED else None)
        self.about.clear()
        if kind is Check.REFERENCE:
            self._propose_referee()
        self.refit()

    def _propose_referee(self) -> None:
        asked = {row.about.casefold() for line in self._credit.checks.lines for row in line.rows}
        left = [one for one in self._credit.referees if one[0].casefold() not in asked]
        if left:
            firm, who, how = left[0]
            self.about.input.setText(firm)
            self.about.note(", ".join(part for part in (who, how) if part))

    # ------------------------------------------------------------- putting it down
    def on_verb(self) -> None:
        """Put down what was looked at."""
        limit, is_read = self.limit.read_or_refuse()
        day, is_day = self.review.read_or_refuse() if is_read else (None, False)
        if not (is_read and is_day):
            return
        kind, staff = self._kind, self.staff.input.currentData()
        entry = CheckEntry(
            kind=kind,
            result=Result(str(self.showed.input.currentData())),
            about="" if kind in _REVIEWED else self.about.input.text(),
            note=self.note.input.text(),
            staff=None if staff is None else int(staff),
            review_day=day if kind in _REVIEWED else None,
            limit=limit if kind is Check.LIMIT else None,
        )
        record = self.around.program.credit_checks.record
        self.submit(partial(record, self._brief.customer.code, entry), self._on_put)

    def _on_put(self, done: Done) -> None:
        said = words(self.around.language).gettext("Put down for {name}.")
        self._told(said.format(name=self._brief.customer.name), done)
