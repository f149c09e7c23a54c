"""The form of a visit's report: sections that fold, kept as it is typed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.call_words import missing_words
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.question import Question
from creditmate.ui.plans.refusals import ITEMS, placed
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE
from creditmate.ui.visits.report_keeping import ReportKeeping
from creditmate.ui.visits.report_parts import ReportParts
from creditmate.ui.visits.report_state import ReportOn
from creditmate.ui.visits.report_talk import ReportTalk

NEXT_KEY, BEFORE_KEY = "F6", "Shift+F6"
SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")

_SAID_HERE = frozenset({"with", "note", "next"})
"""What the window says in its own words where a conversation lacks it."""


class ReportForm(EditDialog):
    """Sections that fold; F6 goes from one to the next. It is kept as it is typed.

    Attributes:
        parts: The sections.
        keeping: Keeps what is typed.
        away: Throws away what was kept.
    """

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        on: ReportOn,
        title: str,
        left: Callable[[str], object],
    ) -> None:
        self._on, self._left = on, left
        self._ = _ = words(around.language).gettext
        detail = _("What you saw and make of it stays with you.")
        verb = _("Add it to the report") if on.told else _("Save the report")
        wide = SIZES.trust_page
        super().__init__(around, window, title, verb, detail=detail, leave=_("Close"), width=wide)
        self.body.setSpacing(SPACE.m)
        self._reveal = QTimer(self, singleShot=True, interval=0)
        self._reveal.timeout.connect(self._on_reveal)
        self.talk = None if on.told else ReportTalk(around, on)
        self.parts = ReportParts(around, on, self, self.talk)
        self.issues, self.papers, self.topics = (
            self.parts.issues, self.parts.papers, self.parts.topics,
        )  # fmt: skip
        self._where: dict[str, str] = {}
        if self.talk is not None:
            self.put(self.talk)
        for section in self.parts.sections.values():
            self.put(section)
            section.folded.connect(self._soon)
        self._know_fields()
        self.keeping = ReportKeeping(around, on, self.parts.values, self)
        self.away = Button(around.theme, _("Throw it away"), Kind.QUIET)
        self.away.clicked.connect(self._on_away)
        self.away.setVisible(on.draft is not None)
        self.put_at_foot(self.away, 1)
        self.foot.insertWidget(0, self.keeping.mark, 1)
        for keys, step in ((NEXT_KEY, 1), (BEFORE_KEY, -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self._go, step))
        for keys in SAVE_KEYS:  # a button would take them for itself
            QShortcut(QKeySequence(keys), self).activated.connect(self.verb.click)
        if self.keeping.brought_back:
            self.tell(self.keeping.brought_back)

    def _know_fields(self) -> None:
        """Know where what a service refuses is to be said."""
        parts, review = self.parts, self.parts.review
        self._know("cost", "visit.took", parts.cost.took)
        self._know("review", "visit.satisfaction", review.limit)
        self._know("review", "limit.amount", review.new_limit)
        self._know("review", "decision.reason", review.because)
        if self.talk is not None:
            for name, field in (("with", self.talk.with_name), ("note", self.talk.notes),
                                ("next", self.talk.next_day), ("day", self.talk.day),
                                ("next-at", self.talk.next_at)):  # fmt: skip
                self.add(name, field)
        self._know("paid", "visit.commitment", parts.paid.theirs.rows[0].what)
        self._know("paid", "visit.commitment_day", parts.paid.pay.rows[0].by)
        self._know("paid", "by", parts.paid.pay.rows[0].by)
        self._know("paid", "we-by", parts.paid.ours.rows[0].by)
        if parts.plan is not None and parts.query is not None:
            for name, field in parts.plan.fields.named().items():
                self._know("plan", name, field)
            self._know("plan", ITEMS, parts.plan.about)
            for name, asked in parts.query.forms[0].named().items():
                self._know("query", name, asked)
        for row in self.issues[:1]:
            self._know("issues", "visit.results", row.result)
            self._know("issues", "visit.result_words", row.words)
        for paper in self.papers[:1]:
            self._know("papers", "visit.request_day", paper.by)

    def _know(self, section: str, name: str, field: Field[Any]) -> None:
        self._where[name] = section
        self.add(name, field)

    # ------------------------------------------------------------- going about
    def _go(self, step: int) -> None:
        """Go to the head of the next section, or of the one before."""
        heads = [section.head for section in self.parts.sections.values()]
        at = -1
        focus = self.focusWidget()
        for place, section in enumerate(self.parts.sections.values()):
            if focus is not None and section.isAncestorOf(focus):
                at = place
        if at < 0 and step < 0:
            at = 0
        heads[(at + step) % len(heads)].setFocus(Qt.FocusReason.TabFocusReason)
        self._soon()

    def _soon(self) -> None:
        self._reveal.start()

    def _on_reveal(self) -> None:
        """What was just unfolded, or gone to, is seen."""
        focus = self.focusWidget()
        if focus is not None and self._area.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus, SPACE.xl, SPACE.xl)

    # ------------------------------------------------------------- leaving
    def reject(self) -> None:
        """Leave once what was typed is kept: it is there again the next time."""
        if self.keeping.is_worth_keeping:
            self.keeping.leave(self._on_kept, self._on_not_kept)
        else:
            self._throw_away()

    def _on_kept(self) -> None:
        self._leave()
        self._left(self._("What you typed is kept: open the report again to go on."))

    def _on_not_kept(self, why: str) -> None:
        """The ledger takes nothing now: what was typed is let go of only by saying so."""
        _ = self._
        question = Question(self.around.theme, self, _("Go on typing"), _("Close without saving"))
        stays = _("While this stays open, nothing of it is lost.")
        question.say(_("What you typed could not be saved"), f"{why} {stays}".strip())
        question.decided.connect(self._throw_away)
        question.open()

    def _on_away(self) -> None:
        _ = self._
        question = Question(self.around.theme, self, _("Go on typing"), _("Throw it away"))
        lost = _("What you typed of this report is gone then.")
        question.say(_("Throw away what you typed?"), lost)
        question.decided.connect(self._throw_away)
        question.open()

    def _throw_away(self) -> None:
        self.keeping.discard()
        self._leave()
        self._left("")

    def _leave(self) -> None:
        super().reject()

    # ------------------------------------------------------------- what is wrong
    def refuse(self, error: UserError) -> None:
        """Say what is wrong where it is, unfolded."""
        found = placed(error)
        name = str(found.facts.get("field", ""))
        if name in self._where:
            self.parts.sections[self._where[name]].unfold()
        if name.startswith("dispute.") and self.parts.query is not None:
            self.add(name, self.parts.query.form_of(found).named()[name])
        field = self._fields.get(name)
        if field is not None and found.problem is Problem.CALL_FIELD and name in _SAID_HERE:
            field.refuse(self._missing(name))
            field.setFocus()
            self._soon()
        else:
            super().refuse(found)

    def _missing(self, name: str) -> str:
        """What the conversation lacks, said of a visit."""
        if name == "next":
            return self._(
                "Every visit ends with a day for the next step, or with why there is none."
            )
        return missing_words(name, self.around.language)

    def submit(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Nothing is kept of the form while it is being saved."""
        self.keeping.end()
        super().submit(work, then)

    def _on_failed(self, error: Exception) -> None:
        self.keeping.go_on()
        super()._on_failed(error)
