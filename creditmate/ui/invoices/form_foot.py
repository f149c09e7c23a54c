"""The foot of the form of an invoice: what it comes to, when it is due, and issuing it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.feet import frame_foot
from creditmate.ui.kit.keys import shown_keys
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type

PRINT_KEYS, SAVE_KEYS = "Ctrl+Return", "Ctrl+Shift+Return"


class FormFoot(QWidget):
    """Sum and due day, then saving a PDF and, the primary action, printing."""

    save_asked = Signal()
    print_asked = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        theme, _ = around.theme, words(around.language).gettext
        frame_foot(self, sunken=True)
        self.sum = Elided(theme, "", Type.BODY_STRONG)
        self.sum.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.due = Elided(theme, "", Type.BODY, Ink.MUTED)
        self.save = Button(theme, _("Issue and save PDF…"), glyph=Glyph.SAVE)
        keys = shown_keys("Ctrl+Enter")
        self.print = Button(
            theme, _("Issue and print…"), Kind.PRIMARY, glyph=Glyph.PRINT, keys=keys
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.sum)
        row.addWidget(self.due, 1)
        row.addWidget(self.save)
        row.addWidget(self.print)
        self.save.clicked.connect(self.save_asked)
        self.print.clicked.connect(self.print_asked)

    def show_sum(self, amount: str, due: str) -> None:
        """Say what it comes to and when it is due."""
        self.sum.show_text(amount)
        self.due.show_text(due)

    def allow(self, why_not: str = "") -> None:
        """Let the buttons be pressed, or say why they cannot be."""
        for button in (self.save, self.print):
            if why_not:
                button.refuse(why_not)
            else:
                button.allow()
