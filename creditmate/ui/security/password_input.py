"""Where a password is typed: dots, and an eye that shows what stands there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from creditmate.domain.passwords import LONGEST
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import IconButton, Kind
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES


class PasswordInput(LineInput):
    """One line of dots; the eye at its end shows the letters, and hides them again.

    As dots it can be neither copied nor dragged out: Qt sees to that.

    Attributes:
        eye: The button at its end.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme, "")
        _ = words(around.language).gettext
        self._show, self._hide = _("Show what is typed"), _("Hide what is typed")
        self.setMaxLength(LONGEST)
        self.setEchoMode(LineInput.EchoMode.Password)
        self.eye = IconButton(around.theme, Glyph.SHOW, self._show, Kind.QUIET, small=True)
        self.eye.setParent(self)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.clicked.connect(self._turn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The eye stands where reading ends, and nothing is typed under it."""
        super().resizeEvent(event)
        size = self.eye.sizeHint().boundedTo(self.size())
        gap = (self.height() - size.height()) // 2
        leftwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = gap if leftwards else self.width() - size.width() - gap
        self.eye.setGeometry(left, gap, size.width(), size.height())
        room = SIZES.control_small
        self.setTextMargins(room if leftwards else 0, 0, 0 if leftwards else room, 0)

    def empty(self) -> None:
        """Forget what was typed, and be dots."""
        self.clear()
        if self.echoMode() is not LineInput.EchoMode.Password:
            self._turn()

    def _turn(self) -> None:
        shows = self.echoMode() is LineInput.EchoMode.Password
        self.setEchoMode(LineInput.EchoMode.Normal if shows else LineInput.EchoMode.Password)
        if shows:
            self.eye.rename(self._hide, Glyph.PRIVATE)
        else:
            self.eye.rename(self._show, Glyph.SHOW)


def password_field(around: Surroundings, label: str) -> Field[PasswordInput]:
    """Return a field for a password, under its label."""
    return Field(around.theme, label, PasswordInput(around))
