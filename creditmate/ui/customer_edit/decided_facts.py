"""What was decided of a customer, each with the way to decide otherwise."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.customer_facts import CustomerFacts
from creditmate.i18n.account_words import limit_line, status_line
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class DecidedFacts(QWidget):
    """Status and limit as they stand: decisions with a day and a reason, made in a dialog."""

    status_wanted = Signal()
    limit_wanted = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        _, theme = words(around.language).gettext, around.theme
        self._status, self._limit = Paragraph(theme, ""), Paragraph(theme, "")
        self.status = Button(theme, _("Change the status…"), Kind.LINK)
        self.limit = Button(theme, _("Change the limit…"), Kind.LINK)
        self.status.clicked.connect(self.status_wanted)
        self.limit.clicked.connect(self.limit_wanted)
        facts = FactGrid(theme)
        facts.add(_("Status"), _beside(self._status, self.status))
        facts.add(_("Credit limit"), _beside(self._limit, self.limit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(facts)

    def show_facts(self, facts: CustomerFacts) -> None:
        """Show what counts today."""
        language, locale = self._around.language, self._around.locale
        today = self._around.program.clock.today
        self._status.set_text(status_line(facts, language, locale, today))
        self._limit.set_text(limit_line(facts.limit, language, locale))


def _beside(known: Paragraph, link: Button) -> QWidget:
    """What is known, and the way to change it right behind."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.l)
    row.addWidget(known)
    row.addWidget(link)
    row.addStretch(1)
    return line
