"""The form of an invoice as it is laid out: fields, lines and sums beside the page itself."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from creditmate.domain.typed_invoice import TypedInvoice
from creditmate.i18n.catalogue import words
from creditmate.ui.invoices.form_fields import FormFields
from creditmate.ui.invoices.form_foot import FormFoot
from creditmate.ui.invoices.line_grid import LineGrid
from creditmate.ui.invoices.more_fields import MoreFields, is_used
from creditmate.ui.invoices.sums_block import SumsBlock
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.field import Field, MessageLine
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.page_head import PageHead
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.paper_view import PaperView
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink


class FormPage(QWidget):
    """Head, form, preview, foot; they know nothing of one another.

    Attributes:
        fields: Every field that may be refused, by its name, but for those of the lines.
    """

    edited = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        theme, _ = around.theme, words(around.language).gettext
        self.discard = Button(theme, _("Discard"), glyph=Glyph.CLOSE)
        self.head = PageHead(theme, around.language, (self.discard,))
        self.upper = FormFields(around)
        self.lines = LineGrid(around)
        self.more_fields = MoreFields(around)
        self.more = Button(theme, "", Kind.LINK)
        self.note = Field(theme, _("Note on the invoice"), LineInput(theme, ""))
        self.sums = SumsBlock(theme, _("Sums"))
        self._is_charge = False
        self.lines_message, self.notices = MessageLine(theme), MessageLine(theme)
        self.preview = PaperView(around, _("Preview"))
        self.foot = FormFoot(around)
        self.fields: Mapping[str, Field[LineInput] | Field[QWidget]] = {
            **self.upper.texts,
            **self.more_fields.texts,
            "note": self.note,
        }
        self._lay_out()
        self._connect()
        self._show_more(shown=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Hairline())
        column.addWidget(self._beside(), 1)
        column.addWidget(self.foot)

    def _beside(self) -> QWidget:
        self._scroll = QScrollArea()
        self._scroll.setViewport(QWidget())
        self._scroll.setWidget(self._form())
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(words(self._around.language).gettext("Form"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(SIZES.hairline)
        split.addWidget(self._scroll)
        split.addWidget(self.preview)
        part = SIZES.preview_part
        split.setSizes([SIZES.least_width * (100 - part), SIZES.least_width * part])
        split.setStretchFactor(0, 100 - part)
        split.setStretchFactor(1, part)
        self._around.theme.changed.connect(self._make_room)
        return split

    def _form(self) -> QWidget:
        form = QWidget()
        form.setAutoFillBackground(False)
        column = QVBoxLayout(form)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.s)
        below = QVBoxLayout()
        below.setSpacing(SPACE.s)
        below.addWidget(self.note)
        below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        below.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.xl)
        row.addLayout(below, 1)
        row.addWidget(self.sums, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.upper)
        column.addWidget(self.lines)
        column.addWidget(self.lines_message)
        column.addLayout(row)
        column.addWidget(self.more_fields)
        column.addWidget(self.notices)
        column.addStretch(1)
        return form

    def _connect(self) -> None:
        for part in (self.upper, self.lines, self.more_fields):
            part.edited.connect(self.edited)
        self.note.input.textChanged.connect(self.edited)
        self.more.clicked.connect(self._on_more)
        self.lines.ended.connect(self._on_ended)
        self.note.input.returnPressed.connect(self._on_ended)
        self.upper.went_on.connect(lambda: self.lines.go_to(len(self.lines.typed)))

    # ------------------------------------------------------------- what stands in it
    @property
    def typed(self) -> TypedInvoice:
        """What stands in the form."""
        typed = TypedInvoice(
            note=self.note.input.text(), lines=self.lines.typed, charge=self._is_charge
        )
        return self.more_fields.typed(self.upper.typed(typed))

    def show_typed(self, typed: TypedInvoice) -> None:
        """Show what was typed before, without telling anybody."""
        self.blockSignals(True)
        self._show_kind(is_charge=typed.charge)
        self.upper.show_typed(typed)
        self.more_fields.show_typed(typed)
        self.lines.show_typed(typed.lines)
        self.note.input.setText(typed.note)
        self.note.clear()
        self._show_more(shown=is_used(typed))
        self.blockSignals(False)

    def _show_kind(self, *, is_charge: bool) -> None:
        _ = words(self._around.language).gettext
        self._is_charge = is_charge
        self.upper.show_kind(is_charge=is_charge)
        self.more_fields.show_kind(is_charge=is_charge)
        self.note.rename(_("Note on the charge note") if is_charge else _("Note on the invoice"))
        self.head.show_name(_("New charge note") if is_charge else _("New invoice"))

    def say_notices(self, said: Sequence[str]) -> None:
        """Say what to look at; nothing where all is well."""
        self.notices.setVisible(bool(said))
        glyph = Glyph.INFO if said else None
        self.notices.say(glyph, Ink.WARNING, " ".join(said), "")

    def say_lines(self, problem: str) -> None:
        """Say what is wrong with the lines as a whole."""
        self.lines_message.setVisible(bool(problem))
        self.lines_message.say(Glyph.ALERT if problem else None, Ink.DANGER, problem, "")

    # ------------------------------------------------------------- folding and room
    def show_all(self) -> None:
        """Unfold what is folded away."""
        self._show_more(shown=True)

    def _on_more(self) -> None:
        shown = self.more_fields.isHidden()
        self._show_more(shown=shown)
        if shown:
            self.more_fields.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_more(self, *, shown: bool) -> None:
        _ = words(self._around.language).gettext
        self.more_fields.setVisible(shown)
        self.lines.fold(folded=self._is_charge or not shown)
        more = _("Prices and currency") if self._is_charge else _("Discount, retention and more")
        self.more.rename(_("Fewer fields") if shown else more)
        self._make_room()

    def _on_ended(self) -> None:
        """Nothing more is to be typed: on to issuing, if it may be."""
        self.foot.print.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the form leaves to the preview is another width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The preview gives way to the form, and goes where it would be too small to be read."""
        whole = self.lines.least_width() + 2 * SPACE.xl + SIZES.scroll_bar
        whole = max(whole, SIZES.invoice_form)
        room = self.width() - whole - SIZES.hairline
        self.preview.setVisible(room >= SIZES.invoice_preview)
        self._scroll.setMinimumWidth(min(whole, self.width()))
