"""The foot of a payment that is being entered: what it pays, what is left, and recording it."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.feet import frame_foot
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class PaymentFoot(QWidget):
    """A strong sentence, what is left named beside it, and the one verb."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        _ = words(around.language).gettext
        theme = around.theme
        frame_foot(self, sunken=True)
        self.pays = Elided(theme, "", Type.BODY_STRONG)
        self.pays.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.left = Elided(theme, "", Type.BODY, Ink.MUTED)
        self.clear = Button(theme, _("Start over"), Kind.QUIET)
        self.record = Button(theme, _("Record the payment"), Kind.PRIMARY, keys=_("Enter"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.pays)
        row.addWidget(self.left, 1)
        row.addWidget(self.clear)
        row.addWidget(self.record)

    def say(self, pays: str, left: str) -> None:
        """Say what is paid, and what is left."""
        self.pays.show_text(pays)
        self.left.show_text(left)
