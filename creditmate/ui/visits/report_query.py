"""Queries that came up on the visit: one form for each, kept as it is typed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.disputes import NewDispute
from creditmate.domain.errors import UserError
from creditmate.domain.our_people import StaffRow
from creditmate.i18n.catalogue import words
from creditmate.services.customers import Brief
from creditmate.ui.agreements.query_form import QueryForm
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.visits.report_files import files_value
from creditmate.ui.visits.report_values import ReportValues, Value, ticks_value

_MOST = 12
"""Queries: more than anybody brings up in an hour."""
Asked = tuple[NewDispute, tuple[Path, ...]]
"""A query, and the files that show it, which are read when the report is saved."""


class ReportQuery(QueryForm):
    """Nothing is ticked at first, and nothing is put down before something is."""

    def be_known(self, values: ReportValues, name: str) -> None:
        """Have the fields kept as they are typed."""
        values.know_as(f"{name}.items", ticks_value(self.items))
        self.items.changed.connect(values.edited)
        values.know_as(f"{name}.files", files_value(self.files))
        self.files.told_anew.connect(values.edited)
        for field, kept in (
            ("amount", self.amount.input),
            ("reason", self.reason.input),
            ("by_whom", self.by_whom.input),
            ("evidence", self.evidence.input),
            ("owner", self.owner.input),
            ("by", self.by.input),
            ("note", self.note.input),
        ):
            values.know(f"{name}.{field}", kept)


class ReportQueries(QWidget):
    """The first form is there; a button gives another one, for another issue.

    Attributes:
        forms: All of them.
        more: Gives another one.
    """

    told_anew = Signal()

    def __init__(self, around: Surroundings, brief: Brief, people: Sequence[StaffRow]) -> None:
        super().__init__()
        self._around, self._brief, self._people = around, brief, people
        self._ = _ = words(around.language).gettext
        self._values: ReportValues | None = None
        self.forms: list[ReportQuery] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE.m)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(self._column)
        self.more = Button(around.theme, _("Another query"), Kind.QUIET, glyph=Glyph.ADD)
        self._grow()
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.more.clicked.connect(self._on_more)

    def be_known(self, values: ReportValues) -> None:
        """Have the fields kept as they are typed; forms that are brought back are made first."""
        self._values = values
        self.told_anew.connect(values.edited)
        values.know_as("queries", Value(self._count, self._bring_back))
        for place, form in enumerate(self.forms):
            form.be_known(values, _name(place))

    @property
    def begun(self) -> int:
        """In how many of them somebody began to tell something."""
        return sum(form.is_begun for form in self.forms)

    @property
    def is_begun(self) -> bool:
        """Whether anything is told in any of them."""
        return self.begun > 0

    def read(self) -> tuple[tuple[Asked, ...], bool]:
        """Return the queries with their files, and whether all could be understood."""
        found: list[Asked] = []
        before: set[int] = set()
        for form in self.forms:
            if not form.is_begun:
                continue
            new, is_read = form.read()
            if new is None or not is_read:
                return (), False
            entries = {item.entry for item in new.items}
            if entries & before:
                form.about.refuse(self._("One of these is under the query above already."))
                form.about.setFocus()
                return (), False
            before |= entries
            found.append((new, tuple(form.files.paths)))
        return tuple(found), True

    def form_of(self, error: UserError) -> ReportQuery:
        """Return the form of the query that a service refused."""
        begun = [form for form in self.forms if form.is_begun] or self.forms
        place = error.facts.get("query", 0)
        return begun[place if isinstance(place, int) and place < len(begun) else 0]

    # ------------------------------------------------------------- another one
    def _on_more(self) -> None:
        """Whoever asks for another one wants to fill it in."""
        self._grow()
        self.forms[-1].show()  # else the layout shows it, once the next keys have come
        self.forms[-1].items.setFocus(Qt.FocusReason.TabFocusReason)
        self.told_anew.emit()

    def _grow(self) -> None:
        form = ReportQuery(self._around, self._brief, self._people)
        form.told_anew.connect(self.told_anew)
        if self.forms:
            self._column.addWidget(Hairline())
        place = len(self.forms)
        title = self._("Query {number}").format(number=place + 1)
        form.setAccessibleName(title)
        self.forms.append(form)
        self._column.addWidget(form)
        if self._values is not None:
            form.be_known(self._values, _name(place))
        if place:
            self._come_after(self.forms[place - 1], form)
        self.more.setVisible(len(self.forms) < _MOST)

    def _come_after(self, before: QWidget, form: QWidget) -> None:
        """Tab comes to what was made later as it is seen: behind the form above it."""
        *_others, last = _stops(before)
        for stop in (*_stops(form), self.more):
            QWidget.setTabOrder(last, stop)
            last = stop

    def _count(self) -> str:
        return str(len(self.forms)) if len(self.forms) > 1 else ""

    def _bring_back(self, text: str) -> None:
        wanted = min(int(text), _MOST) if text.isdecimal() else 1
        while len(self.forms) < wanted:
            self._grow()


def _stops(form: QWidget) -> list[QWidget]:
    """Where Tab stops in a form, from the top; a choice's list is a window of its own."""
    inside = (one for one in form.findChildren(QWidget) if one.window() is form.window())
    return [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _name(place: int) -> str:
    """Under which name the fields of a form are kept."""
    return f"query.{place + 1}" if place else "query"
