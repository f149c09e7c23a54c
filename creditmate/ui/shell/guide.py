"""Help: the user's guide, offline, opened at the part for the place one is in."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.shell.dialog import ReadingDialog
from creditmate.ui.shell.typesetting import set_type
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Type

GUIDE_FILE = Path(__file__).parents[3] / "docs" / "guide.md"
"""Beside the package, in the source tree and in the frozen program alike."""
PARTS: Mapping[str, str] = {
    "today": "Today",
    "customers": "Customers",
    "customer": "A customer's page",
    "call": "A call",
    "customer-edit": "A customer's details",
    "agreements": "Agreements",
    "diary": "Diary",
    "invoices": "Invoices",
    "invoice": "Writing an invoice",
    "payments": "Payments",
    "payment": "Recording a payment",
    "statements": "Statements",
    "settings": "Settings",
    "import": "Bring your invoices in",
    "visits": "Visits",
    "visit": "Visits",
}
"""Place -> the heading of its part."""
_PART = 2  # level of the headings that are listed


class Guide(ReadingDialog):
    """Its parts at the side, the text beside them."""

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        _ = words(around.language).gettext
        super().__init__(around.theme, _("Help"), _("Close"), window)
        self._around = around
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("Parts of the guide"))
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Guide"))
        self.text.setOpenExternalLinks(True)
        self.text.setProperty("reads", True)
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addWidget(self.contents)
        row.addWidget(self.text, 1)
        self.body.addLayout(row)
        size = QSize(SIZES.report_list + SIZES.guide, SIZES.guide_height)
        self.resize((size * around.theme.text_scale).boundedTo(window.size()))
        self.contents.currentTextChanged.connect(self._go_to)
        around.theme.changed.connect(self._write)
        self._write()

    def show_part(self, place: str) -> None:
        """Show the part for a place; the beginning for a place without one."""
        part = PARTS.get(place, "")
        found = self.contents.findItems(part, Qt.MatchFlag.MatchExactly) if part else []
        self.contents.setCurrentItem(found[0] if found else self.contents.item(0))
        self.contents.setFocus()
        self.show()
        self._go_to(self.part)  # again, now that the lines have their width
        self.raise_()
        self.activateWindow()

    @property
    def part(self) -> str:
        """The heading of the part that was chosen."""
        item = self.contents.currentItem()
        return "" if item is None else item.text()

    def _write(self) -> None:
        """Set the text in the look there is now."""
        part, line = self.part, self._around.theme.line(Type.BODY) + SPACE.s
        self.contents.setFixedWidth(self._around.theme.wide(SIZES.report_list))
        document = self.text.document()
        document.setDefaultFont(self._around.theme.font(Type.BODY))
        self.text.setMarkdown(GUIDE_FILE.read_text(encoding="utf-8"))
        document.setDocumentMargin(0)
        set_type(document, self._around.theme)
        self.contents.blockSignals(True)
        self.contents.clear()
        for block in _parts(document):
            item = QListWidgetItem(block.text())
            item.setSizeHint(QSize(0, max(SIZES.control_small, line)))
            self.contents.addItem(item)
        self.contents.blockSignals(False)
        found = self.contents.findItems(part, Qt.MatchFlag.MatchExactly)
        self.contents.setCurrentItem(found[0] if found else self.contents.item(0))

    def _go_to(self, heading: str) -> None:
        for block in _parts(self.text.document()):
            if block.text() == heading:
                top = self.text.document().documentLayout().blockBoundingRect(block).top()
                self.text.verticalScrollBar().setValue(round(top))
                return


def _parts(document: QTextDocument) -> list[QTextBlock]:
    found = []
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() == _PART:
            found.append(block)
        block = block.next()
    return found
