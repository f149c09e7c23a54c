"""Planning a visit: whom, when, what for; what is free and what is against it is said below."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_plan import USUAL_LENGTH, PlanIssue, VisitPlan
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.visits import VisitTime
from creditmate.ui.diary.hour_field import HourField
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.plans.far_asked import FarAsked
from creditmate.ui.queries import Latest
from creditmate.ui.search.customer_input import CustomerInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type
from creditmate.ui.visits.courtesy_look import CourtesyLook
from creditmate.ui.visits.host_lines import HostLines
from creditmate.ui.visits.minutes_field import MinutesField
from creditmate.ui.visits.place_choice import PlaceChoice
from creditmate.ui.visits.plan_offers import PlanOffer, read_offer
from creditmate.ui.visits.purpose_box import PurposeBox
from creditmate.ui.visits.time_says import TimeSays, read_time
from creditmate.ui.visits.who_meets import WhoMeets

_FIELDS = {
    VisitWhy.DAY_PAST: "day",
    VisitWhy.TOO_FAR: "day",
    VisitWhy.NO_PURPOSE: "purpose",
    VisitWhy.LENGTH: "minutes",
    VisitWhy.AGENDA_TOO_LONG: "minutes",
    VisitWhy.TRAVEL: "travel",
}
_PAUSE = 200
"""Milliseconds after the last key until it is worked out what is against the hour."""

Planned = Callable[[str, Done], object]
"""Given the customer's name, and what was put down."""


class PlanVisitDialog(EditDialog):
    """Everything else is on the visit's page, which follows.

    Attributes:
        customer: Whom.
        day: On which day, by their clock; so is ``at``.
        purpose: The sentence that they read.
        who: Whom we see and who goes.
        issues: A tick for each thing that could be settled.
    """

    def __init__(  # noqa: PLR0913 - what such a dialog has to be told
        self,
        around: Surroundings,
        window: QWidget,
        then: Planned,
        *,
        code: str = "",
        name: str = "",
        day: date | None = None,
        at: time | None = None,
        entry: int | None = None,
    ) -> None:
        """Open it on a customer, or nobody; ``entry`` is that of the diary whose place it takes."""
        _ = words(around.language).gettext
        detail = _("Everything else is on the visit's page.")
        super().__init__(
            around, window, _("Plan a visit"), _("Plan it"), detail=detail, width=SIZES.bug_dialog
        )
        self._planned, self._entry, self._ = then, entry, _
        self._offer: PlanOffer | None = None
        self._waits = False
        """Whether the verb was asked for before it was read whom it is about."""
        theme = around.theme
        self.customer = CustomerInput(around, _("Customer"))
        self.day, self.at = DayField(around, _("Day")), HourField(around, _("Hour"))
        self._far = FarAsked(around, self.day)
        self.minutes = MinutesField(around, _("Minutes"))
        self.travel = MinutesField(around, _("Way there, in minutes"))
        self.host, self.place, self.who = HostLines(around), PlaceChoice(around), WhoMeets(around)
        self.with_whom, self.who_goes = self.who.theirs.who, self.who.ours.who
        self._look = CourtesyLook(around.language)
        title = _("Purpose, as the customer will read it")
        self.purpose = PurposeBox(theme, title, self._look)
        self.issues: list[tuple[PlanIssue, CheckSentence]] = []
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(SPACE.xs)
        self.says = TimeSays(around)
        self._customer_field = Field(theme, _("Customer"), self.customer, echoes=False)
        self._lay_out_fields()
        self._offers: Latest[PlanOffer] = Latest(
            around.desk, self._on_offer, around.desk.failed.emit, self
        )
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._ask_time)
        self._connect()
        self.minutes.show_minutes(USUAL_LENGTH)
        self.day.show_day(day)
        self.at.show_hour(at)
        if code:
            self.customer.choose(code, name or code)
        self.open_at(self.day.input if code else self.customer)

    def _lay_out_fields(self) -> None:
        when = ColumnGrid(4, gap=SPACE.m)
        when.add(self.day, self.at, self.minutes, self.travel)
        settle = self._("What is to be settled")
        self._settle = Paragraph(self.around.theme, settle, Type.SMALL_MEDIUM, Ink.MUTED)
        self.put(self._customer_field, self.host, self.place, when, self.says, self.purpose)
        self.put(self.who, self._settle)
        self.put(self._ticks)
        for name in ("day", "at", "minutes", "travel"):
            self.add(name, getattr(self, name))
        self.add("code", self._customer_field)
        self._settle.hide()

    def _connect(self) -> None:
        self.customer.picked.connect(self._on_picked)
        for field in (self.day, self.at, self.minutes, self.travel):
            field.input.textChanged.connect(self._soon.start)
        for chosen in (self.who_goes, self.place):
            chosen.input.currentIndexChanged.connect(lambda _at: self._soon.start())

    # ------------------------------------------------------------- what is offered
    def _on_picked(self, code: str) -> None:
        self._offer, self._waits = None, False
        if code:
            self._offers.ask(partial(read_offer, self.around.program, code))
            if self.customer.hasFocus():
                self.day.input.setFocus()
                self.day.input.selectAll()

    def _on_offer(self, offer: PlanOffer) -> None:
        self._offer, customer = offer, offer.brief.customer
        if self.customer.text() == customer.code:  # by which alone it was opened
            self.customer.setText(customer.name)
            self.customer.setCursorPosition(0)
        self._look.locale, self._look.names = customer.locale, (customer.name,)
        self.who.offer(offer.theirs, offer.met, offer.ours)
        self.place.offer(offer.places)
        self.host.show_hints(offer.hints)
        empty(self._ticks)
        self.issues = []
        for issue in offer.issues:
            tick = CheckSentence(self.around.theme, issue.what)
            tick.setChecked(True)
            self._ticks.addWidget(tick)
            self.issues.append((issue, tick))
        self._settle.setVisible(bool(self.issues))
        self._soon.start()
        self.refit()
        if self._waits:
            self.on_verb()

    def _ask_time(self) -> None:
        """Say what is free on the day, and what is against the hour."""
        offer = self._offer
        try:
            day, at = self.day.read(), self.at.read()
            minutes, travel = self.minutes.read(), self.travel.read()
        except UserError:
            self.says.say_nothing()  # half typed: what was said is of another hour
            return
        if offer is None or day is None or not minutes:
            self.says.say_nothing()
            return
        when = VisitTime(
            offer.brief.customer.id, day, at, minutes, travel,
            self.who.ours.id, site=self.place.site,
        )  # fmt: skip
        self.says.ask(partial(read_time, self.around.program, offer.brief.customer.code, when))

    # ------------------------------------------------------------- planning
    def on_verb(self) -> None:
        """Plan it, once all of it is understood."""
        self.clear()
        if not self.customer.code:
            self.refuse(UserError(Problem.NOBODY_CHOSEN, field="code"))
            return
        self._waits = self._offer is None
        if self._offer is None:
            return  # it is being read whom it is about: done as soon as it is
        plan = self._typed()
        if plan is not None and not self._far.is_asked(plan.day):
            code, name = self.customer.code, self._offer.brief.customer.name
            plans = self.around.program.visits.plan
            self.submit(partial(plans, code, plan), partial(self._planned, name))

    def _typed(self) -> VisitPlan | None:
        day, day_read = self.day.read_or_refuse()
        at, at_read = self.at.read_or_refuse()
        minutes, read = self.minutes.read_or_refuse()
        travel, way_read = self.travel.read_or_refuse()
        if not (day_read and at_read and read and way_read):
            return None
        if day is None:
            self.day.refuse(self._("Say on which day."))
            self.day.setFocus()
            return None
        return VisitPlan(
            day=day,
            at=at,
            words=self.purpose.text,
            minutes=minutes or USUAL_LENGTH,
            owner=self.who.ours.id,
            people=self.who.taking_part(),
            issues=tuple(issue for issue, tick in self.issues if tick.isChecked()),
            travel_minutes=travel,
            site=self.place.site,
            entry=self._entry,
        )

    def refuse(self, error: UserError) -> None:
        """Say it where it is about a field."""
        why = None
        if error.problem is Problem.VISIT_REFUSED:
            why = _FIELDS.get(VisitWhy(str(error.facts["why"])))
        if why == "purpose":
            super().refuse(error)
            self.purpose.setFocus()
            return
        field = self._fields.get(why or "")
        if field is None:
            super().refuse(error)
            return
        field.refuse(problem_words(error, self.around.language, self.around.locale))
        field.setFocus()
