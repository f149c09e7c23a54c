"""While no ledger is open: Welcome, or the sentence that one is being made or opened."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.system.ledger_names import SUFFIX
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.wishes import BringIn

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey
    from creditmate.services.ledgers import NewBusiness
    from creditmate.services.program import Program
    from creditmate.ui.screens.welcome import Welcome


class Opening(QStackedWidget):
    """Makes a ledger as Welcome asks for it, and tells which one is to be opened."""

    ledger_chosen = Signal(Path, object)
    """A ledger, and the ``Wish`` to fulfil once it is open, or None."""
    made = Signal(Path, object, object)
    """The same of a ledger that was made just now, and its ``DataKey`` if it is protected."""
    restore_wanted = Signal()
    """A ledger is to be made of a backup."""
    speech_changed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._words = around, words(around.language)
        self._file: Path | None = None
        self._text = ""
        self._welcome: Welcome | None = None
        self._coming: QWidget | None = None
        desk, keys = around.desk, around.keys
        self._making: Latest[Path] = Latest(desk, self._on_sample, self._on_failed, self)
        self._drawing: Latest[_Made] = Latest(keys, self._on_made, self._on_refused, self)

    @cached_property
    def _sentence(self) -> Paragraph:
        """What is awaited, made with its page when it is first said: Today is awaited by itself."""
        middle = Qt.AlignmentFlag.AlignHCenter
        return Paragraph(self._around.theme, "", Type.HEADING_PLAIN, Ink.MUTED, middle)

    @cached_property
    def _waiting(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addStretch(3)
        self.addWidget(page)
        return page

    @property
    def welcome(self) -> "Welcome":
        """Welcome, made when it is first needed: most starts open a ledger at once."""
        if self._welcome is None:
            from creditmate.ui.screens.welcome import Welcome  # noqa: PLC0415 - only when it is needed

            self._welcome = Welcome(self._around)
            self.addWidget(self._welcome)
            self._welcome.ledger_chosen.connect(self._open)
            self._welcome.sample_wanted.connect(self._make_sample)
            self._welcome.restore_wanted.connect(self.restore_wanted)
            self._welcome.named.connect(self._make)
            self._welcome.speech_changed.connect(self.speech_changed)
        return self._welcome

    @property
    def said(self) -> str:
        """What the sentence says."""
        return self._text

    @property
    def is_welcome(self) -> bool:
        """Whether Welcome is shown, which takes the whole window."""
        return self._welcome is not None and self.currentWidget() is self._welcome

    # ------------------------------------------------------------- what is shown
    def wait_for(self, path: Path, coming: QWidget | None = None) -> None:
        """Say which ledger is being opened, or show what is coming."""
        _ = self._words.gettext
        text = _("Opening {name}").format(name=path.stem)
        if coming is None:
            self._wait(text)
            return
        self._forget_coming()
        self._text, self._coming = text, coming
        self.addWidget(coming)
        self.setCurrentWidget(coming)
        coming.setFocus()  # as the place will have it

    def wait_to_leave(self, path: Path) -> None:
        """Say which ledger is being closed, once what was being done in it has stopped."""
        _ = self._words.gettext
        self._wait(_("Closing {name}").format(name=path.stem))

    def welcome_back(self, error: UserError | None = None, again: Path | None = None) -> None:
        """Show Welcome, and why no ledger is open if it is not the first time.

        Args:
            error: What keeps it shut.
            again: Which one may be tried again; without an error its user left it shut.
        """
        from creditmate.i18n.ledger_words import refused_words  # noqa: PLC0415 - see docs/decisions/0006

        around, _, said, verb = self._around, self._words.gettext, ("", ""), ""
        if error is not None:
            said = refused_words(error, around.language, around.locale)
            verb = _("Try again")
        elif again is not None:
            said = _("“{name}” stays shut, as it was.").format(name=again.stem), ""
            verb = _("Open it…")
        self._text = said[0]
        act = None if again is None else partial(self._open, again)
        self.welcome.explain(*said, verb, act)
        self.setCurrentWidget(self.welcome)
        self.welcome.begin()

    def take_file(self, path: Path) -> None:
        """A file was dropped on the window: a ledger is opened, from another invoices come."""
        if path.suffix == SUFFIX:
            self._open(path)
        else:
            self.welcome.name_ledger(path)

    def _wait(self, text: str) -> None:
        self._text = text
        self._sentence.set_text(text)
        self.setCurrentWidget(self._waiting)
        self._forget_coming()

    def _forget_coming(self) -> None:
        if self._coming is not None:
            self.removeWidget(self._coming)
            self._coming.deleteLater()
            self._coming = None

    # ------------------------------------------------------------- making a ledger
    def _open(self, path: Path) -> None:
        self.ledger_chosen.emit(path, None)

    def _make_sample(self) -> None:
        _ = self._words.gettext
        self._file = None
        self._wait(_("Making the sample ledger: two years of trade take a few seconds"))
        program = self._around.program
        self._making.ask(lambda: program.ledgers.sample())  # noqa: PLW0108 - loaded over there

    def _make(self, path: Path, business: "NewBusiness", password: str, file: Path | None) -> None:
        if not self._drawing.waiting:  # Enter may be pressed twice
            _, self._file = self._words.gettext, file
            self._wait(_("Making {name}").format(name=path.stem))
            program = self._around.program
            self._drawing.ask(partial(_made, program, path, business, password))

    def _on_sample(self, path: Path) -> None:
        self.welcome.begin()
        self.ledger_chosen.emit(path, None)

    def _on_made(self, made: "_Made") -> None:
        self.welcome.begin()
        wish = None if self._file is None else BringIn(self._file)
        self.made.emit(made.path, wish, made.key)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.welcome_back(error)

    def _on_refused(self, error: Exception) -> None:
        """Back to the form, which keeps what was typed."""
        if not isinstance(error, UserError):
            raise error
        self.setCurrentWidget(self.welcome)
        self.welcome.new.refuse(error)


class _Made(NamedTuple):
    """A ledger that was made, and its key if it is protected."""

    path: Path
    key: "DataKey | None"


def _made(program: "Program", path: Path, business: "NewBusiness", password: str) -> _Made:
    """Make a ledger, and let it be shut; the password is stretched on the calling thread."""
    from creditmate.services.unlocking import new_lock  # noqa: PLC0415 - loaded over there

    lock = new_lock(password) if password else None

    def make() -> None:
        program.ledgers.close()
        program.ledgers.create(path, business, lock)
        program.ledgers.close()

    program.ask(make)
    return _Made(path, None if lock is None else lock.key)
