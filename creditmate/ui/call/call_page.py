"""The call as one sees it: head, brief, form and foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.brief.brief_widget import BriefWidget
from creditmate.ui.brief.sections import FULL, Section
from creditmate.ui.call.call_form import CallForm
from creditmate.ui.call.call_head import CallHead
from creditmate.ui.call.kept_mark import KeptMark
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.feet import frame_foot
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.panel import Hairline, SidePanel, Upright
from creditmate.ui.kit.tag import Tone
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE

_BRIEF = FULL - {Section.WHY, Section.WHOM}
"""Why it is here is the title of what to cover, and whom one calls stands in the head."""


class CallPage(QWidget):
    """Lays the parts out; knows nothing of saving."""

    saved = Signal()
    saved_next = Signal()
    discarded = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        theme, language = around.theme, around.language
        self._theme = theme
        self._ = words(language).gettext
        self.head = CallHead(theme, language)
        self.form = CallForm(theme, language, around.locale)
        self.brief = BriefWidget(theme, language, around.locale, _BRIEF)
        self.save = Button(theme, self._("Save"))
        self.save_next = Button(
            theme, self._("Save, next call"), Kind.PRIMARY, keys=self._("Ctrl Enter")
        )
        self.discard = Button(theme, self._("Discard"), Kind.QUIET)
        self.kept = KeptMark(theme, language, around.locale)
        self._notice: Notice | None = None
        self._lay_out()
        self.save.clicked.connect(self.saved)
        self.save_next.clicked.connect(self.saved_next)
        self.discard.clicked.connect(self.discarded)

    def show_sheet(self, sheet: CallSheet) -> None:
        """Show the brief and with whom the call is."""
        self.brief.show_brief(sheet.brief)
        self.head.show_sheet(sheet)
        self.tell("")

    def tell(self, recovered: str) -> None:
        """Say above the form that it was recovered; nothing if it was not."""
        if self._notice is not None:
            self._above.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if recovered:
            detail = self._("Go on where you stopped, or discard it below.")
            self._notice = Notice(self._theme, Tone.WARNING, recovered, detail)
            self._above.addWidget(self._notice)
        margin = SPACE.m if recovered else 0
        self._above.setContentsMargins(SPACE.xl, margin, SPACE.xl, 0)

    def _lay_out(self) -> None:
        panel = SidePanel(self._("Brief"))
        panel.setFixedWidth(SIZES.panel_small)
        panel.body.addWidget(self.brief)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above = QVBoxLayout()
        column.addLayout(self._above)
        column.addWidget(self.form, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.head, 0, 0, 1, 3)
        grid.addWidget(Hairline(), 1, 0, 1, 3)
        grid.addWidget(panel, 2, 0, 2, 1)
        grid.addWidget(Upright(), 2, 1, 2, 1)
        grid.addWidget(right, 2, 2)
        grid.addWidget(self._foot(), 3, 2)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(2, 1)

    def _foot(self) -> QWidget:
        foot = QWidget()
        frame_foot(foot)
        row = QHBoxLayout(foot)
        keep_clear(row, SPACE.m, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.discard)
        row.addWidget(self.kept, 1)
        row.addWidget(self.save)
        row.addWidget(self.save_next)
        return foot
