"""The head of the form: with whom, their number to dial, and the timer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from creditmate.domain.rows import ContactRow
from creditmate.domain.whom import whom
from creditmate.domain.worklist import Channel
from creditmate.i18n.bidi import isolated
from creditmate.i18n.catalogue import words
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.call.timer_pill import TimerPill
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.inputs import Choice, mark_faulty
from creditmate.ui.kit.links import dial
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class NameChoice(Choice):
    """Whoever answers: chosen, or typed; Enter is the form's, also where a name was completed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A completed name would keep the key that saves."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()


class CallHead(QWidget):
    """Whoever answers can be typed over the name that was expected."""

    edited = Signal()
    went_back = Signal()
    timer_turned = Signal()
    details_asked = Signal()
    """The details of whoever is on the line are to be put right."""
    paying_asked = Signal()
    """How the customer pays is to be put right."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._people: Sequence[ContactRow] = ()
        self._stranger, self._reached_by = "", ""
        _ = words(language).gettext
        self._titles = (_("Call with"), _("Call from"))
        self._turns = (_("Continue timer"), _("Stop timer"))
        self._dial_words = _("Dial {number}")
        self._title = Text(theme, self._titles[0], Type.TITLE)
        self.with_whom = NameChoice(theme, _("With whom"))
        self.details = IconButton(theme, Glyph.EDIT, _("Put their details right…"), Kind.QUIET)
        self.paying = IconButton(theme, Glyph.BANK, _("Put right how they pay…"), Kind.QUIET)
        self.company = QWidget()
        self.phone = Button(theme, "", Kind.LINK)
        self.wrong = Text(theme, _("said to be wrong"), Type.SMALL, Ink.WARNING)
        self.wrong.hide()
        self.pill = TimerPill(theme, _("Call timer"))
        self.turn = Button(theme, self._turns[1], glyph=Glyph.PAUSE)
        self.back = IconButton(theme, Glyph.BACK, _("Back"), Kind.QUIET)
        self._set_up_choice(_("Name"))
        self._lay_out()
        self.back.clicked.connect(self.went_back)
        self.turn.clicked.connect(self.timer_turned)
        self.phone.clicked.connect(self._dial)
        self.details.clicked.connect(self.details_asked)
        self.paying.clicked.connect(self.paying_asked)

    @property
    def name(self) -> str:
        """Whom one speaks with, as typed."""
        return self.with_whom.currentText()

    @property
    def person(self) -> ContactRow | None:
        """Whom one speaks with, if it is somebody known at the customer's."""
        wanted = self.name.strip().casefold()
        return next((row for row in self._people if row.name.casefold() == wanted), None)

    def show_sheet(self, sheet: CallSheet) -> None:
        """Show whom the call is with."""
        people = sheet.brief.turned_to
        self._people, known = people, sheet.brief.reached_by
        self._stranger = sheet.brief.stranger
        self._reached_by = "" if known is None else known.phone
        self._title.setText(self._titles[sheet.incoming])
        self.with_whom.blockSignals(True)
        self.with_whom.clear()
        self.with_whom.addItems([person.name for person in people])
        self.with_whom.blockSignals(False)
        self.show_name(expected_name(sheet))
        company = Elided(self._theme, sheet.brief.customer.name, Type.BODY, Ink.MUTED)
        self._row.replaceWidget(self.company, company)
        self.company.deleteLater()
        self.company = company

    def show_name(self, name: str) -> None:
        """Show a name as if it had been typed."""
        self.with_whom.setCurrentText(name)
        line = self.with_whom.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # a name too long for its place is read from its beginning
        self._show_phone()

    def ask_whom(self) -> None:
        """Put the focus on the name, so that whatever is typed takes its place."""
        self.with_whom.setFocus(Qt.FocusReason.OtherFocusReason)
        line = self.with_whom.lineEdit()
        if line is not None:
            line.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large letters the number goes before the title: it is dialled."""
        super().resizeEvent(event)
        self._find_room()

    def _find_room(self) -> None:
        margins, gap = self._row.contentsMargins(), self._row.spacing()
        parts = [
            part
            for at in range(self._row.count())
            if (item := self._row.itemAt(at)) is not None
            and (part := item.widget()) is not None
            and part not in {self._title, self.company}
            and not part.isHidden()
        ]
        needed = sum(part.sizeHint().width() + gap for part in (*parts, self._title))
        room = self.width() - margins.left() - margins.right() - gap
        self._title.setVisible(needed <= room)

    def show_time(self, seconds: int, *, running: bool) -> None:
        """Show the timer."""
        self.pill.show_time(seconds, running=running)
        if self.turn.text() != self._turns[running]:
            self.turn.rename(self._turns[running], Glyph.PAUSE if running else Glyph.PLAY)

    def mark(self, *, faulty: bool, problem: str = "") -> None:
        """Show that the name is missing, or no longer."""
        mark_faulty(self.with_whom, faulty)
        self.with_whom.setToolTip(problem)
        self.with_whom.setAccessibleDescription(problem)

    def _on_name(self) -> None:
        self._show_phone()
        self.edited.emit()

    def _show_phone(self) -> None:
        person = self.person
        known = self._reached_by if self.name.strip() == self._stranger else ""
        number = known if person is None else person.phone
        self.phone.setVisible(bool(number))
        self.wrong.setVisible(person is not None and person.wrong_since is not None)
        self.phone.rename(isolated(number))
        self.phone.setMinimumWidth(self.phone.sizeHint().width() if number else 0)
        self._find_room()
        if number:
            self.phone.setAccessibleName(self._dial_words.format(number=number))

    def _dial(self) -> None:
        dial(self.phone.text())

    def _set_up_choice(self, hint: str) -> None:
        choice = self.with_whom
        choice.setEditable(True)
        choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        choice.setMinimumWidth(SIZES.with_whom)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        edit = choice.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(hint)
            edit.setAccessibleName(choice.accessibleName())
        choice.currentTextChanged.connect(self._on_name)

    def _lay_out(self) -> None:
        self.setFixedHeight(SIZES.page_head)
        self._row = QHBoxLayout(self)
        keep_clear(self._row, SPACE.l, 0, SPACE.xl, 0)
        self._row.setSpacing(SPACE.m)
        self._row.addWidget(self.back)
        self._row.addWidget(self._title)
        self._row.addWidget(self.with_whom)
        self._row.addWidget(self.details)
        self._row.addWidget(self.paying)
        self._row.addWidget(self.company, 1)
        for part in (self.phone, self.wrong, self.pill, self.turn):
            self._row.addWidget(part)


def expected_name(sheet: CallSheet) -> str:
    """Return whom one calls; nobody yet where they have called and several may have."""
    brief = sheet.brief
    people, agreed = brief.turned_to, "" if brief.line is None else brief.line.person
    if sheet.incoming and len(people) > 1:
        return ""
    if brief.reached_by is not None and not sheet.incoming:
        return brief.stranger
    person = whom(people, Channel.CALL, agreed)
    return "" if person is None else person.name
