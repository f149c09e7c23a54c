"""Leaving a customer in peace: why, what is stopped, until when; and looking at it again."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Done
from creditmate.domain.doubts import Doubt
from creditmate.domain.holds import Hold, HoldKind, Stop, usual
from creditmate.domain.outcomes import Outcome
from creditmate.i18n.catalogue import words
from creditmate.i18n.customer_fields import doubt_words
from creditmate.i18n.parsing import Towards
from creditmate.i18n.standing_words import hold_words, stop_words
from creditmate.services.customers import Brief
from creditmate.services.decision_entries import HoldEntry
from creditmate.ui.decisions.decision_words import (
    ended_told,
    hold_told,
    kind_offers,
    kind_words,
    reviewed_told,
)
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_REVIEW_DAYS = 30


class HoldDialog(EditDialog):
    """The kind proposes what is usual; one that is odd for this customer is doubted, not refused.

    Whatever was changed by hand stays so.
    """

    def __init__(self, around: Surroundings, window: QWidget, brief: Brief, told: Told) -> None:
        _ = words(around.language).gettext
        self._brief, self._told = brief, told
        title = _("Leave {name} in peace").format(name=brief.customer.name)
        super().__init__(around, window, title, _("Leave in peace"))
        theme, language = around.theme, around.language
        self.kind = Field(theme, _("Why"), Choice(theme, ""))
        for code, said in kind_offers(brief.facts.legal_form, language):
            self.kind.input.addItem(said, code)
        self.stops = {stop: CheckRow(theme, stop_words(stop, language)) for stop in Stop}
        self.from_day = DayField(around, _("From"), Towards.PAST)
        self.until = DayField(around, _("To, its last day; empty without an end"))
        self.review = DayField(around, _("Look at it again"))
        self.reason = Field(theme, _("What was said"), LineInput(theme, ""))
        for name, field in (
            ("hold.kind", self.kind),
            ("hold.review_day", self.review),
            ("hold.until_day", self.until),
            ("decision.reason", self.reason),
        ):
            self.add(name, field)
        failed = around.desk.failed.emit
        self._doubts: Latest[list[Doubt]] = Latest(around.desk, self._on_doubts, failed, self)
        self._lay_out_fields()
        self.from_day.show_day(brief.as_at)
        if brief.talks and brief.talks[0].outcome == Outcome.CEASED_TRADING.value:
            self.kind.input.setCurrentIndex(self.kind.input.findData(HoldKind.INSOLVENT.value))
        self._on_kind()
        self.kind.input.currentIndexChanged.connect(self._on_kind)
        self.from_day.input.editingFinished.connect(self._on_from)
        self.open_at(self.kind)

    def _lay_out_fields(self) -> None:
        _ = words(self.around.language).gettext
        stops = ColumnGrid(len(Stop), gap=SPACE.l)
        stops.add(*self.stops.values())
        days = ColumnGrid(2, gap=SPACE.l)
        days.add(self.from_day, self.review)
        label = Paragraph(self.around.theme, _("It stops"), Type.SMALL_MEDIUM, Ink.MUTED)
        self.put(self.kind, label, stops, days, self.until, self.reason)

    def on_verb(self) -> None:
        """Put it down."""
        days = [field.read_or_refuse() for field in (self.until, self.review, self.from_day)]
        if not all(is_read for _, is_read in days):
            return
        (until, _), (review, _), (begins, _) = days
        entry = HoldEntry(
            self._kind,
            begins or self._brief.as_at,
            frozenset(stop for stop, row in self.stops.items() if row.isChecked()),
            review,
            until,
            self.reason.input.text(),
        )
        hold = self.around.program.decisions.hold
        self.submit(partial(hold, self._brief.customer.code, entry), self._on_decided)

    @property
    def _kind(self) -> HoldKind:
        return HoldKind(str(self.kind.input.currentData()))

    def _on_kind(self) -> None:
        proposed = usual(self._kind, self._begins())
        self.kind.note(kind_words(self._kind, self.around.language))
        for stop, row in self.stops.items():
            row.setChecked(stop in proposed.stops)
        self._propose_days()
        decisions, code = self.around.program.decisions, self._brief.customer.code
        self._doubts.ask(partial(decisions.hold_doubts, code, self._kind))
        self.refit()

    def _on_doubts(self, found: list[Doubt]) -> None:
        """Say what speaks against it in the place of what it means; it may stand."""
        if found:
            self.kind.warn(doubt_words(found[0], self.around.language))
            self.refit()

    def _on_from(self) -> None:
        if not self.review.input.isModified() and not self.until.input.isModified():
            self._propose_days()

    def _propose_days(self) -> None:
        proposed = usual(self._kind, self._begins())
        self.review.show_day(proposed.review_day)
        self.until.show_day(proposed.until_day)

    def _begins(self) -> date:
        day, is_read = self.from_day.read_or_refuse()
        return day if day is not None and is_read else self._brief.as_at

    def _on_decided(self, done: Done) -> None:
        self._told(hold_told(self._brief.customer.name, self._kind, self.around.language), done)


class ReviewDialog(EditDialog):
    """A hold looked at again: it goes on, or it ends."""

    def __init__(
        self, around: Surroundings, window: QWidget, brief: Brief, hold: Hold, told: Told
    ) -> None:
        _ = words(around.language).gettext
        self._brief, self._hold, self._told = brief, hold, told
        said = hold_words(hold, around.language, around.locale, brief.as_at)
        title = _("{name}: does it go on?").format(name=brief.customer.name)
        super().__init__(around, window, title, _("It goes on"), detail=said)
        if hold.reason:
            self.put(Paragraph(around.theme, hold.reason))
        self.review = DayField(around, _("Look at it again"))
        self.add("hold.review_day", self.review)
        self.put(self.review)
        self.end = Button(around.theme, _("End it now"))
        self.end.clicked.connect(self._on_end)
        self.put_at_foot(self.end, 0)
        self.review.show_day(brief.as_at + timedelta(days=_REVIEW_DAYS))
        self.open_at(self.review)

    def on_verb(self) -> None:
        """Put down that it was looked at."""
        day, is_read = self.review.read_or_refuse()
        if is_read:
            decisions, code = self.around.program.decisions, self._brief.customer.code
            work = partial(decisions.review_hold, code, self._hold.id, day)
            self.submit(work, partial(self._on_reviewed, day))

    def _on_reviewed(self, day: date | None, done: Done) -> None:
        around, name = self.around, self._brief.customer.name
        self._told(
            reviewed_told(name, day, around.language, around.locale, self._brief.as_at), done
        )

    def _on_end(self) -> None:
        decisions, code = self.around.program.decisions, self._brief.customer.code
        self.submit(partial(decisions.end_hold, code, self._hold.id), self._on_ended)

    def _on_ended(self, done: Done) -> None:
        self._told(ended_told(self._brief.customer.name, self.around.language), done)
