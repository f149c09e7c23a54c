"""A small form over the window: a few fields, one verb, and what is wrong said beside them."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.field import Field, MessageLine
from creditmate.ui.kit.focus_ring import FocusRing
from creditmate.ui.kit.shrinking import Shrinking
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TOP = 2 * SPACE.xl
"""Of the window's height, what a dialog leaves free."""


class EditDialog(QDialog):
    """Enter in a field does the verb, Escape leaves; the window waits, but never freezes.

    What is refused (``UserError`` with a ``field`` that was added) stands under its field, which
    gets the focus; anything else stands over the buttons. What was typed stays.

    Args:
        around: Of the window.
        window: Over which it opens.
        title: Its heading, which is also read out.
        verb: What the button does.
        detail: What follows from it; empty where nothing is to be said.
        leave: What the way out is called, where "Cancel" could be taken for the verb.

    Attributes:
        body: Takes what stands between the heading and the buttons.
        verb: The button that does it.
        cancel: The one that leaves everything as it is.
        ring: Shows where the next key goes; the window's own ends at the window.
    """

    def __init__(  # noqa: PLR0913 - what such a dialog has to be told
        self,
        around: Surroundings,
        window: QWidget,
        title: str,
        verb: str,
        *,
        detail: str = "",
        leave: str = "",
        width: int = SIZES.dialog,
    ) -> None:
        super().__init__(window.window())
        self.around = around
        self._fields: dict[str, Field[Any]] = {}
        theme, _ = around.theme, words(around.language).gettext
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", Ground.SURFACE.value)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        room = max(window.window().width(), SIZES.least_width) - _TOP
        self.setFixedWidth(min(theme.wide(width), room))
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.s)
        self.verb = Button(theme, verb, Kind.PRIMARY)
        self.cancel = Button(theme, leave or _("Cancel"), Kind.QUIET)
        self._problem = MessageLine(theme)
        self._problem.hide()
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit)
        self._work: Latest[Any] = Latest(around.desk, self._on_done, self._on_failed, self)
        self._then: Callable[[Any], object] = id
        self._lay_out(title, detail)
        self.ring = FocusRing(theme, self)
        self.verb.clicked.connect(self.on_verb)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self, title: str, detail: str) -> None:
        theme = self.around.theme
        inside = QWidget()
        held = QVBoxLayout(inside)
        held.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        held.addLayout(self.body)
        held.addStretch()
        self._area: QScrollArea = Shrinking(inside, title)
        self._inside, self._held = inside, held
        inside.installEventFilter(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        foot.setSpacing(SPACE.s)
        self.foot = foot
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.verb)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        head.setSpacing(SPACE.xs)
        self._head_words = [Paragraph(theme, title, Type.HEADING)]
        if detail:
            self._head_words.append(Paragraph(theme, detail, Type.BODY, Ink.MUTED))
        for part in self._head_words:
            head.addWidget(part)
        problem = QHBoxLayout()
        problem.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        problem.addWidget(self._problem)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.xl, 0, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(problem)
        column.addLayout(foot)

    # ------------------------------------------------------------- what it holds
    def put(self, *parts: QWidget | QLayout) -> None:
        """Put parts below one another."""
        for part in parts:
            if isinstance(part, QLayout):
                self.body.addLayout(part)
            else:
                self.body.addWidget(part)

    def put_at_foot(self, button: Button, place: int) -> None:
        """Put one more button among those at the foot; Tab comes to them as they are seen."""
        self.foot.insertWidget(place, button)
        items = filter(None, map(self.foot.itemAt, range(self.foot.count())))
        widgets = [found for item in items if (found := item.widget()) is not None]
        for before, after in pairwise(widgets):
            self.setTabOrder(before, after)

    def add(self, name: str, field: Field[Any]) -> None:
        """Know a field by the name under which services refuse it, until it is typed in again."""
        self._fields[name] = field
        if isinstance(field.input, QLineEdit | QPlainTextEdit):
            field.input.textChanged.connect(partial(_typed_again, field))

    def open_at(self, first: QWidget) -> None:
        """Open with the focus in its first field, as high as it needs to be."""
        self._fit()
        self.open()
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def refit(self) -> None:
        """Be as high as what is shown now, once that has found its room."""
        self._refit.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds has grown or shrunk."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.refit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        window = self.parentWidget()
        most = (window.height() if window else SIZES.least_height) - _TOP
        if not self.isVisible():
            self._area.resize(self.width(), self._area.height())
            self._inside.resize(self.width(), self._inside.height())
        self._column.activate()
        # Seen, it is as wide as the area lets it be. To make it wider only to measure it would be
        # to lay it out anew, and to be asked to fit anew, for as long as a line breaks elsewhere.
        needed = self._held.heightForWidth(self._inside.width())
        inner = max(needed, self._inside.minimumSizeHint().height())
        around_it = self.sizeHint().height() - self._area.sizeHint().height()
        wide = self.width() - 2 * SPACE.xl
        around_it += sum(p.heightForWidth(wide) - p.sizeHint().height() for p in self._head_words)
        self.setFixedHeight(min(inner + around_it, max(most, SIZES.card)))

    # ------------------------------------------------------------- what it does
    def on_verb(self) -> None:
        """Do it; a derived dialog says what that is, by ``submit``."""
        raise NotImplementedError

    def submit(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Do ``work`` on the database thread; told by ``then``, the dialog closed, if it went."""
        if self._work.waiting:
            return  # pressed twice
        self.clear()
        self._then = then
        self._work.ask(work)

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._problem.hide()
        for field in self._fields.values():
            field.clear()

    def refuse(self, error: UserError) -> None:
        """Say what is wrong where it is."""
        said = problem_words(error, self.around.language, self.around.locale)
        field = self._fields.get(str(error.facts.get("field", "")))
        if field is not None:
            field.refuse(said)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(field)
            return
        self._problem.say(Glyph.ALERT, Ink.DANGER, said, "")
        self._problem.show()
        self.refit()

    def tell(self, said: str) -> None:
        """Say over the buttons what is still to be done; nothing is wrong."""
        self._problem.say(Glyph.INFO, Ink.MUTED, said, "")
        self._problem.show()
        self.refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field does the verb, as does Ctrl+Enter wherever one is."""
        if event.key() in _ENTER:
            self.verb.click()
            return
        super().keyPressEvent(event)

    def _on_done(self, answer: Any) -> None:  # noqa: ANN401 - of any use-case
        self.accept()
        self._then(answer)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refuse(error)
        else:
            self.around.desk.failed.emit(error)


def _typed_again(field: Field[Any], *_text: str) -> None:
    """What was wrong is not, as soon as something else stands there."""
    if field.is_faulty:
        field.clear()
