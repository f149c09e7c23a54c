"""About: the program, its version, and what it is made of with the licences."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditmate import __version__
from creditmate.i18n.catalogue import words
from creditmate.system.about import parts
from creditmate.ui.kit.mark import Mark
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.shell.dialog import ReadingDialog
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class About(ReadingDialog):
    """Names and licences stand as their makers write them."""

    def __init__(self, around: Surroundings, name: str, window: QWidget) -> None:
        _ = words(around.language).gettext
        title = _("About {program}").format(program=name)
        super().__init__(around.theme, title, _("Close"), window)
        self._around = around
        theme, page = around.theme, QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.l)
        head = QHBoxLayout()
        head.setSpacing(SPACE.l)
        head.addWidget(Mark())
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(Text(theme, name, Type.TITLE))
        version = _("Version {version}, MIT licence").format(version=__version__)
        named.addWidget(Text(theme, version, Type.BODY, Ink.MUTED))
        head.addLayout(named, 1)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addLayout(self._parts())
        said = _(
            "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. Their"
            " libraries lie beside the program and may be replaced. The texts of all licences"
            " come with it."
        )
        column.addWidget(Paragraph(theme, said, Type.SMALL, Ink.MUTED))
        self.hold(page, theme.wide(SIZES.dialog - 2 * SPACE.xl))

    def _parts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.l)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(2, 1)
        for row, part in enumerate(parts()):
            inks = ((part.name, Ink.TEXT), (part.version, Ink.MUTED), (part.licence, Ink.MUTED))
            for column, (text, ink) in enumerate(inks):
                grid.addWidget(Text(self._around.theme, text, Type.SMALL, ink), row, column)
        return grid
