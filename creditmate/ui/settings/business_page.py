"""The business and its letterhead, with the page as it will be beside the form."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from creditmate.domain.business_form import BusinessEntry
from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.i18n.countries import country_name, region_name
from creditmate.i18n.currencies import currencies
from creditmate.i18n.problems import problem_words
from creditmate.services.business_editing import BusinessEditing, BusinessSheet
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.panel import Upright
from creditmate.ui.queries import Latest
from creditmate.ui.settings.business_fields import BusinessFields
from creditmate.ui.settings.business_state import (
    FIELD,
    FieldNote,
    Standing,
    entry_of_texts,
    notes,
    texts_of,
)
from creditmate.ui.settings.form_page import Deed, FormPage, Texts
from creditmate.ui.settings.letter_preview import LetterPreview
from creditmate.ui.settings.sections import BUSINESS, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES

_PAUSE = 400  # ms after a letter is typed before it is said what was understood


class BusinessPage(FormPage[BusinessSheet]):
    """Name and address, how customers pay, how paper looks; the preview follows the typing."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(BUSINESS))
        self._zone = ""
        self._found: Mapping[str, FieldNote] = {}
        self._notes: Latest[dict[str, FieldNote]] = Latest(
            around.drawing, self._on_notes, around.desk.failed.emit, self
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask_notes)
        self.form = BusinessFields(around, self.add)
        self.logo, self.help = self.form.logo.input, self.form.help
        self.preview = LetterPreview(around)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.scrolled(self.form.column, SIZES.settings_form), 1)
        row.addWidget(Upright())
        row.addWidget(self.preview)
        self.body.addLayout(row)
        self.logo.picked.connect(self._on_logo)
        self.logo.refused.connect(self._on_logo_refused)
        self.help.taken.connect(self.fields[FIELD + "legal_line"].input.setPlainText)
        self._choice("country").currentIndexChanged.connect(self._on_country)
        self._regions: Latest[tuple[tuple[str, str], ...]] = Latest(
            around.desk, self._offer_regions, around.desk.failed.emit, self
        )
        for field in self.fields.values():  # what is wrong is said once one has left the field
            if isinstance(field.input, QLineEdit):
                field.input.editingFinished.connect(self._ask_notes)

    def begin(self) -> None:
        """Work begins at the name."""
        self.fields[FIELD + "name"].setFocus()

    def _choice(self, name: str) -> Choice:
        found: Choice = self.fields[FIELD + name].input
        return found

    def _on_country(self) -> None:
        self._offer_zones()
        country = str(self._choice("country").currentData() or "")
        self._regions.ask(partial(self.around.program.business_editing.regions, country))

    def _offer_regions(self, regions: Sequence[tuple[str, str]]) -> None:
        self.form.offer_regions(self._choice("region"), regions)

    def _offer_zones(self) -> None:
        self.form.offer_zones(self._choice("country"), self._choice("zone"), self._zone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a narrower page beside the form."""
        super().resizeEvent(event)
        narrow = self.window().width() < SIZES.rail_below
        self.preview.setFixedWidth(SIZES.panel_small if narrow else SIZES.panel)

    # ------------------------------------------------------------- what is kept
    def read(self) -> BusinessSheet:
        """Ask for the business."""
        return self.around.program.business_editing.sheet()

    def prepare(self, kept: BusinessSheet) -> None:
        """Offer what is kept, even where it is unusual."""
        entry, language = kept.entry, self.around.language
        self._zone = entry.zone
        _offer(self._choice("country"), entry.country, country_name(entry.country, language))
        _offer(self._choice("locale"), entry.locale, region_name(entry.locale, language))
        self._offer_zones()
        self._offer_regions(kept.regions)
        names = dict(currencies(language))
        self.form.currency.input.setText(names.get(entry.currency, entry.currency))
        self.form.currency.note(self.words.gettext("Chosen when the ledger was made"))

    def texts_of(self, kept: BusinessSheet) -> Texts:
        """What stands in the fields."""
        return texts_of(kept.entry)

    def put_back(self) -> None:
        """The logo as well."""
        if self.kept is not None:
            self.logo.show_logo(self.kept.logo)
        super().put_back()
        self._ask_notes()

    @property
    def is_unsaved(self) -> bool:
        """The logo counts as well."""
        return super().is_unsaved or (self.kept is not None and self.logo.picture != self.kept.logo)

    def deed(self, texts: Texts, kept: BusinessSheet) -> Deed:
        """Save the letterhead as it is previewed."""
        entry, logo = entry_of_texts(texts, kept.entry), self.logo.picture
        return partial(_save, self.around.program.business_editing, entry, logo, kept)

    # ------------------------------------------------------------- what is said beside it
    @property
    def entry(self) -> BusinessEntry | None:
        """The business as typed; None until it was read."""
        return None if self.kept is None else entry_of_texts(self.texts, self.kept.entry)

    def on_typed(self) -> None:
        """Draw the page anew, and look at what was typed once typing pauses."""
        entry = self.entry
        if entry is not None:
            self.preview.show_entry(entry, self.logo.picture)
            self.help.know(entry.name, entry.address)
            self._pause.start()

    def _ask_notes(self) -> None:
        entry = self.entry
        if entry is not None:
            self._notes.ask(partial(notes, entry, self.around.language, self.around.locale))

    def _on_notes(self, found: Mapping[str, FieldNote]) -> None:
        for name, field in self.fields.items():
            note, known = found.get(name), self._found.get(name)
            is_typed = field.input.hasFocus() and note is not None
            if note is None:
                if known is not None:
                    field.clear()
            elif note.standing is Standing.RIGHT:
                field.echo(note.text)
            elif is_typed:
                field.clear()
            elif note.standing is Standing.ODD:
                field.warn(note.text)
            else:
                field.refuse(note.text)
        self._found = found

    # ------------------------------------------------------------- the logo
    def _on_logo(self) -> None:
        self.form.logo.clear()
        self.note_edited()

    def _on_logo_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.around.desk.failed.emit(error)
            return
        said = problem_words(error, self.around.language, self.around.locale)
        self.form.logo.refuse(said)


def _offer(choice: Choice, value: str, text: str) -> None:
    if choice.findData(value) < 0:
        choice.addItem(text, value)


def _save(
    editing: BusinessEditing, entry: BusinessEntry, logo: bytes | None, kept: BusinessSheet
) -> tuple[Touched, Any]:
    """Save on the database thread; undone, it is as it was kept."""
    touched = editing.save(entry, kept.version, logo)

    def undo() -> Touched:
        return editing.save(kept.entry, editing.sheet().version, kept.logo)

    return touched, undo
