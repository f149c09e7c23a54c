"""The brief as a widget: used on Today, beside a call and on the customer's page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.services.customers import Brief
from creditmate.ui.brief.brief_page import BriefPage
from creditmate.ui.brief.brief_words import BriefWords
from creditmate.ui.brief.in_talk import InTalk
from creditmate.ui.brief.sections import FULL, Section
from creditmate.ui.theme.theme import Theme


class BriefWidget(QWidget):
    """Everything to know before a call, in reading order; as high as it needs to be.

    Args:
        theme: Its look.
        language: Of the words.
        locale: Of figures and days.
        sections: What is said; what is not among them is left out.
    """

    opened = Signal(str)
    """The code of the customer whose page is wanted (``Section.OPEN``)."""
    look_asked = Signal(str)
    """The code of the customer whose money is to be looked for (``Section.SAID``)."""

    def __init__(
        self, theme: Theme, language: str, locale: str, sections: frozenset[Section] = FULL
    ) -> None:
        super().__init__()
        self._theme, self._language, self._locale = theme, language, locale
        self._sections = sections
        self._brief: Brief | None = None
        self._talk: InTalk | None = None
        self._page: BriefPage | None = None
        self._with_points = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self.setAccessibleName(words(language).gettext("Brief"))

    @property
    def brief(self) -> Brief | None:
        """What is shown."""
        return self._brief

    def show_brief(self, brief: Brief | None) -> None:
        """Show a customer's brief; nothing if there is none."""
        if brief != self._brief:
            self._brief = brief
            self._renew()

    def show_talk(self, talk: InTalk | None) -> None:
        """Say what is talked about in a call at hand, and to whom; None: of the day."""
        if talk != self._talk:
            self._talk = talk
            self._renew()

    def show_sections(self, sections: frozenset[Section]) -> None:
        """Say more or less of the same customer."""
        if sections != self._sections:
            self._sections = sections
            self._renew()

    def _renew(self) -> None:
        self.setUpdatesEnabled(False)
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        if self._brief is not None:
            self._page = self._make(self._brief)
            self._column.insertWidget(0, self._page)
        self.setUpdatesEnabled(True)

    def _make(self, brief: Brief) -> BriefPage:
        says = BriefWords(brief, self._language, self._locale, self._talk)
        page = BriefPage(self._theme, says, self._sections)
        page.opened.connect(self._on_opened)
        page.look_asked.connect(self._on_look)
        if page.why is not None:
            page.why.show_points(wanted=self._with_points)
            page.why.asked.connect(self._on_points)
        return page

    def _on_opened(self) -> None:
        if self._brief is not None:
            self.opened.emit(self._brief.customer.code)

    def _on_look(self) -> None:
        if self._brief is not None:
            self.look_asked.emit(self._brief.customer.code)

    def _on_points(self, wanted: bool) -> None:
        self._with_points = wanted
