"""An application that came on paper: its picture, and beside it the fields to be typed."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditmate.documents.scan import scan_as_pdf
from creditmate.domain.application_form import (
    RUNS,
    SEVERAL_LINES,
    TICKED,
    TICKS,
    DayOrder,
    Item,
)
from creditmate.domain.application_rows import Way
from creditmate.domain.currencies import CODES
from creditmate.i18n.application_words import form_choices, item_title, run_choices
from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import countries
from creditmate.i18n.day_parsing import figures_order
from creditmate.i18n.formats import decimal_mark
from creditmate.services.application_reading import ApplicationEntry
from creditmate.services.applications import ApplicationPreview
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.question import Question
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.paper_view import PaperView
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE

Looked = Callable[[ApplicationEntry, ApplicationPreview], object]
"""Given what was typed and what would come of it."""
_PICTURE_SHARE, _FIELDS_SHARE = 5, 4


class TypingDialog(EditDialog):
    """Typed from top to bottom; the next step shows what would come of it.

    Nothing of it is in the ledger before that step is taken: so leaving asks first.

    Attributes:
        fields: What is typed into or chosen from, by field.
        ticks: The boxes, by field.
        picture: The file; None where there is none.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it shows and whom it tells
        self,
        around: Surroundings,
        window: QWidget,
        file: tuple[str, bytes] | None,
        code: str,
        looked: Looked,
        begun: ApplicationEntry | None = None,
    ) -> None:
        _ = words(around.language).gettext
        self._name, self._content = file or ("", b"")
        self._code, self._looked = code, looked
        title = _("Type in an application for credit")
        wide = window.window().width() - 4 * SPACE.xl if file else SIZES.dialog
        super().__init__(around, window, title, _("Look at it"), width=wide)
        self.fields: dict[Item, Field[LineInput] | Field[Choice] | Field[TextInput]] = {}
        self.ticks: dict[Item, CheckSentence] = {}
        self.picture: PaperView | None = None
        self._typed = self._asked()
        if begun is not None:
            self._show(begun)
        if file is None:
            self.put(self._typed)
        else:
            self.put(self._beside(window.window().height() - 4 * SIZES.page_head))
        self.open_at(self.fields[Item.LEGAL_NAME])

    def _beside(self, high: int) -> QHBoxLayout:
        """The picture, and the fields in an area of their own beside it."""
        picture = self.picture = PaperView(self.around, self._name)
        picture.show_papers(partial(_pages, self._content, self._name), anew=False)
        area = QScrollArea()
        area.setWidget(self._typed)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(words(self.around.language).gettext("Fields"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        for part, share in ((picture, _PICTURE_SHARE), (area, _FIELDS_SHARE)):
            part.setFixedHeight(high)
            row.addWidget(part, share)
        return row

    # ------------------------------------------------------------- what is typed
    def _asked(self) -> QWidget:
        page, theme = QWidget(), self.around.theme
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, SPACE.m, 0)
        column.setSpacing(SPACE.s)
        for item in Item:
            title = item_title(item, self.around.language)
            if item in TICKS:
                self.ticks[item] = CheckSentence(theme, title)
                column.addWidget(self.ticks[item])
            else:
                self.fields[item] = field = self._field(item, title)
                column.addWidget(field)
        return page

    def _field(self, item: Item, title: str) -> Field[LineInput] | Field[Choice] | Field[TextInput]:
        theme = self.around.theme
        if item in SEVERAL_LINES:
            return Field(theme, title, TextInput(theme, title, 4), echoes=False)
        options = list(self._options(item))
        if not options:
            return Field(theme, title, LineInput(theme, title), echoes=False)
        choice = Choice(theme, title)
        choice.be_as_wide_as_its_place()
        choice.addItem("", "")
        for code, said in options:
            choice.addItem(said, code)
        return Field(theme, title, choice, echoes=False)

    def _options(self, item: Item) -> Iterator[tuple[str, str]]:
        language = self.around.language
        if item is Item.LEGAL_FORM:
            yield from form_choices(language)
        elif item is Item.PAYMENT_RUN:
            yield from (pair for pair in run_choices(language) if pair[0] in RUNS)
        elif item in {Item.INVOICE_COUNTRY, Item.DELIVERY_COUNTRY}:
            yield from countries(language)
        elif item is Item.LIMIT_CURRENCY:
            yield from ((code, code) for code in sorted(CODES))

    def _show(self, begun: ApplicationEntry) -> None:
        """Go on with what was typed before."""
        for item, field in self.fields.items():
            widget, text = field.input, begun.given.get(item, "")
            if isinstance(widget, Choice):
                widget.setCurrentIndex(max(widget.findData(text), 0))
            elif isinstance(widget, TextInput):
                widget.setPlainText(text)
            else:
                widget.setText(text)
        for item, tick in self.ticks.items():
            tick.setChecked(item in begun.given)

    def entry(self) -> ApplicationEntry:
        """Return what is typed, read in the manner of whoever types."""
        locale = self.around.locale
        given = {item: _said(field.input) for item, field in self.fields.items()}
        given |= {item: TICKED for item, tick in self.ticks.items() if tick.isChecked()}
        return ApplicationEntry(
            given={item: text for item, text in given.items() if text},
            way=Way.SCAN if self._content else Way.TYPED,
            file_name=self._name,
            content=self._content,
            decimal=decimal_mark(locale),
            order=DayOrder(figures_order(locale)),
        )

    def on_verb(self) -> None:
        """Show what would come of it."""
        entry = self.entry()
        work = partial(self.around.program.applications.preview, entry, self._code)
        self.submit(work, partial(self._looked, entry))

    def reject(self) -> None:
        """Leave, at once if nothing is lost by it; else the user decides."""
        if not self.entry().given:
            self._leave()
            return
        _ = words(self.around.language).gettext
        question = Question(self.around.theme, self, _("Go on typing"), _("Discard it"))
        lost = _("What you typed of this application is not in the ledger yet.")
        question.say(_("Leave without keeping it?"), lost)
        question.decided.connect(self._leave)
        question.open()

    def _leave(self) -> None:
        super().reject()


def _said(widget: LineInput | Choice | TextInput) -> str:
    if isinstance(widget, Choice):
        return str(widget.currentData() or "")
    text = widget.toPlainText() if isinstance(widget, TextInput) else widget.text()
    rows = (" ".join(row.split()) for row in text.splitlines())
    return "\n".join(row for row in rows if row)


def _pages(content: bytes, name: str) -> list[bytes]:
    return [scan_as_pdf(content, name)]
