"""A page of the settings that is one form: typed, looked at, then saved as a whole."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.problems import problem_words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.keys import shown_keys
from creditmate.ui.kit.patience import PATIENCE
from creditmate.ui.kit.text import Text
from creditmate.ui.queries import Latest
from creditmate.ui.settings.inputs import show_text, text_of, watch
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.sections import Section
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Undo
from creditmate.ui.theme.tokens import Ink, Type

Kept = TypeVar("Kept")
"""What a service gives to begin with, its version included."""
Texts = Mapping[str, str]
"""What stands in the fields, by the names under which services refuse them."""
Deed = Callable[[], tuple[Touched, Undo]]
"""Saves on the database thread; tells what was touched, and how it is undone."""


class FormPage(SettingsPage, Generic[Kept]):
    """What is typed stays until it is saved or put back, also while one is elsewhere.

    Where the same was changed meanwhile, what is typed stays, and the fields that are concerned
    say what they would be. Escape puts one field back.

    Attributes:
        fields: By the names under which services refuse them.
        save: The button that saves.
    """

    def __init__(self, around: Surroundings, section: Section) -> None:
        super().__init__(around, section)
        _, theme = self.words.gettext, around.theme
        self.fields: dict[str, Field[Any]] = {}
        self.kept: Kept | None = None
        self._base: dict[str, str] = {}
        self._was_unsaved = self._is_showing = self._is_mine = False
        self.save = Button(theme, _("Save"), Kind.PRIMARY, keys=shown_keys("Ctrl+S"))
        self.back = Button(theme, _("Put back"), Kind.QUIET)
        self._unsaved = Text(theme, _("Not saved yet"), Type.SMALL_MEDIUM, Ink.WARNING)
        self._coming = Text(theme, _("Loading…"), Type.SMALL_MEDIUM, Ink.MUTED)
        for part in (self._coming, self._unsaved, self.back, self.save):
            self.head_end.addWidget(part)
        self._coming.hide()
        self.save.setEnabled(False)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._coming.show)
        self._unsaved.hide()
        self.back.hide()
        self.save.clicked.connect(self.save_now)
        self.back.clicked.connect(self._put_all_back)
        self._reading: Latest[Kept] = Latest(
            around.desk, self._on_read, around.desk.failed.emit, self
        )
        self._saving: Latest[tuple[Touched, Undo]] = Latest(
            around.desk, self._on_saved, self._on_refused, self
        )

    # ------------------------------------------------------------- what a derived page says
    def read(self) -> Kept:
        """Ask the service, on the database thread."""
        raise NotImplementedError

    def prepare(self, kept: Kept) -> None:
        """Offer in choices what was read, before it is shown; most pages have nothing to do."""

    def texts_of(self, kept: Kept) -> Texts:
        """Return what stands in the fields for what was read."""
        raise NotImplementedError

    def deed(self, texts: Texts, kept: Kept) -> Deed:
        """Return what saves the texts.

        Raises:
            UserError: A text cannot be read; ``field`` names it.
        """
        raise NotImplementedError

    def place_of(self, error: UserError) -> str:
        """Return the name of the field that an error is about; empty for none."""
        return str(error.facts.get("field", ""))

    def in_words(self, name: str, text: str) -> str:
        """Return what a field holds as people read it; of most fields, what stands there."""
        del name
        return text

    def on_typed(self) -> None:
        """Something else stands in the fields: say beside them what it means."""

    # ------------------------------------------------------------- building
    def add(self, name: str, field: Field[Any]) -> Field[Any]:
        """Know a field by the name under which services refuse it."""
        self.fields[name] = field
        watch(field.input, partial(self._on_edited, name))
        return field

    # ------------------------------------------------------------- what is typed
    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {name: text_of(field.input) for name, field in self.fields.items()}

    @property
    def is_unsaved(self) -> bool:
        """Whether something else stands there than was read."""
        return self.kept is not None and self.texts != self._base

    def note_edited(self) -> None:
        """Something else is typed or chosen: see whether it is saved."""
        if self._is_showing:
            return
        unsaved = self.is_unsaved
        self._unsaved.setVisible(unsaved)
        self.back.setVisible(unsaved)
        if unsaved != self._was_unsaved:
            self._was_unsaved = unsaved
            self.unsaved_changed.emit(unsaved)
        self.on_typed()

    def _on_edited(self, name: str) -> None:
        if not self._is_showing:
            self.fields[name].clear()
            self.note_edited()

    def _show(self, texts: Texts) -> None:
        self._is_showing = True
        for name, field in self.fields.items():
            field.clear()
            show_text(field.input, texts[name])
        self._is_showing = False
        self.note_edited()

    def put_back(self) -> None:
        """Let the fields stand as they were read; a derived page puts back what else it has."""
        self._show(self._base)

    def _put_all_back(self) -> None:
        self.put_back()
        self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the field one is in back."""
        focus = QApplication.focusWidget()
        inside = (name for name, field in self.fields.items() if field.input is focus)
        name = next(inside, None)
        if event.key() != Qt.Key.Key_Escape or name is None or self.kept is None:
            super().keyPressEvent(event)
            return
        show_text(self.fields[name].input, self._base[name])

    # ------------------------------------------------------------- reading
    def reload(self) -> None:
        """Ask again for what is shown; what is typed before it was ever there stays."""
        if self.kept is None and not self._base:
            self._base = self.texts
            self._patience.start()
        self._reading.ask(self.read)

    def _on_read(self, kept: Kept) -> None:
        was_unsaved, before = self.is_unsaved, self._base
        if self.kept is None:
            self._show_first(kept)
            return
        self._keep(kept)
        mine, self._is_mine = self._is_mine, False
        if not was_unsaved:
            self.put_back()
            return
        typed = {name: text for name, text in self.texts.items() if text != before[name]}
        self._show({**self._base, **typed})
        if not mine:
            self._mark(before, typed)

    def _keep(self, kept: Kept) -> None:
        self._is_showing = True
        self.prepare(kept)
        self._is_showing = False
        self.kept, self._base = kept, dict(self.texts_of(kept))

    def _show_first(self, kept: Kept) -> None:
        """Show what was read for the first time, and over it what was typed meanwhile."""
        self._patience.stop()
        self._coming.hide()
        self.save.setEnabled(True)
        typed = {name: text for name, text in self.texts.items() if text != self._base[name]}
        self._keep(kept)
        self.put_back()
        if typed:
            self._show({**self._base, **typed})

    def _mark(self, before: Texts, typed: Texts) -> None:
        """Say at the fields that were changed meanwhile what they would be."""
        message = self.words.gettext("Changed meanwhile to “{text}”. Saving keeps yours.")
        for name, mine in typed.items():
            text = self._base[name]
            if text not in (before[name], mine):
                self.fields[name].warn(message.format(text=self.in_words(name, text)))

    # ------------------------------------------------------------- saving
    def save_now(self) -> None:
        """Save what stands in the fields, if that is something else."""
        if self.kept is None:
            self.told.emit(self.words.gettext("This is still loading: nothing was saved."))
            return
        if self._saving.waiting:
            return
        if not self.is_unsaved:
            self.told.emit(self.words.gettext("Nothing was changed, so nothing was saved."))
            return
        try:
            deed = self.deed(self.texts, self.kept)
        except UserError as error:
            self._on_refused(error)
            return
        self._saving.ask(deed)

    def _on_saved(self, answer: tuple[Touched, Undo]) -> None:
        touched, undo = answer
        self._base, self._is_mine = self.texts, True
        self.note_edited()
        title = self.words.gettext(self.section.title)
        self.told_undo.emit(self.words.gettext("{section} saved").format(section=title), undo)
        self.changed.emit(touched)

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.around.desk.failed.emit(error)
            return
        said = problem_words(error, self.around.language, self.around.locale)
        field = self.fields.get(self.place_of(error))
        if field is None:
            self.told.emit(said)
        else:
            field.refuse(said)
            if self.isVisible():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
        if error.problem is Problem.CHANGED_MEANWHILE:
            self.reload()
