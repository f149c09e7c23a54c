"""What Welcome shows beside its choices: a morning's list, a first sentence, a promise noted.

Drawn by the widgets of the kit from customers of the sample ledger; decoration only.
"""

from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_with_weekday, money
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.paint import box, centred
from creditmate.ui.kit.phrase import Phrase, Run
from creditmate.ui.kit.shadow import paint_shadow
from creditmate.ui.kit.stair import AgeingStair, Step
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type


class _Line(NamedTuple):
    """A line of the list: whom, why in two colours, how much in minor units."""

    glyph: Glyph
    name: str
    reason: Run
    rest: str
    minor: int


class Card(QWidget):
    """A sheet of paper; whatever it lies on draws its shadow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        self.column.setSpacing(SPACE.s)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        box(QPainter(self), self.rect(), RADIUS.l, self._theme.colour(Ground.SURFACE))


class Disc(QWidget):
    """An icon on a round ground, as before a line of Today."""

    def __init__(self, theme: Theme, glyph: Glyph) -> None:
        super().__init__()
        self._theme, self._glyph = theme, glyph
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Round."""
        return QSize(SIZES.icon_disc, SIZES.icon_disc)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and icon."""
        painter, theme = QPainter(self), self._theme
        box(painter, self.rect(), SIZES.icon_disc / 2, theme.colour(Ground.SUNKEN))
        ratio = self.devicePixelRatioF()
        drawn = theme.pixmap(self._glyph, Ink.MUTED, ICON.button, ratio)
        painter.drawPixmap(centred(self.rect(), ICON.button, ICON.button), drawn)


class WelcomePicture(QWidget):
    """Three sheets, one below the other, each further in."""

    def __init__(self, around: Surroundings, currency: str) -> None:
        super().__init__()
        self._around, self._theme, self._currency = around, around.theme, currency
        self._words = words(around.language)
        self._cards = (self._list(), self._opening(), self._promise())
        middle = QVBoxLayout()
        middle.setSpacing(SPACE.xl)
        wide = SIZES.welcome_card
        for card, inset, width in zip(
            self._cards,
            (0, 2 * SPACE.xl + SPACE.l, 8 * SPACE.xl),
            (wide, wide - 2 * SPACE.xl - SPACE.l, SIZES.welcome_column - 8 * SPACE.xl),
            strict=True,
        ):
            card.setFixedWidth(max(width, card.minimumSizeHint().width()))
            row = QHBoxLayout()
            row.addSpacing(inset)
            row.addWidget(card)
            row.addStretch()
            middle.addLayout(row)
        around_it = QVBoxLayout(self)
        across = QHBoxLayout()
        across.addStretch()
        across.addLayout(middle)
        across.addStretch()
        around_it.addStretch()
        around_it.addLayout(across)
        around_it.addStretch()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the desk and the sheets' shadows on it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(Ground.WINDOW))
        for card in self._cards:
            paint_shadow(painter, card.geometry(), RADIUS.l)

    def _money(self, minor: int) -> str:
        return money(Money(minor, self._currency), self._around.locale, symbol=True)

    # ------------------------------------------------------------- the sheets
    def _list(self) -> Card:
        theme, _ = self._theme, self._words.gettext
        card = Card(theme)
        card.column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.s)
        card.column.setSpacing(SPACE.xs)
        head = QHBoxLayout()
        head.addWidget(Text(theme, _("Today"), Type.HEADING))
        head.addStretch()
        today = day_with_weekday(self._around.program.clock.today, self._around.locale)
        head.addWidget(Text(theme, today, Type.SMALL, Ink.MUTED))
        card.column.addLayout(head)
        for line in self._lines():
            card.column.addLayout(self._row(line))
        return card

    def _lines(self) -> tuple[_Line, ...]:
        _ = self._words.gettext
        late, passed = Run(_("We are late"), Ink.WARNING), Run(_("Date passed"), Ink.DANGER)
        service, letter = Run(_("Courtesy call"), Ink.POSITIVE), Run(_("Reminder"), Ink.ACCENT)
        return (
            _Line(Glyph.INVOICE, "Osprey & Vale Interiors", late, _("corrected invoice"), 116_400),
            _Line(Glyph.CALL, "Brackenford Homes Ltd", passed, _("second this autumn"), 683_640),
            _Line(Glyph.CALL, "Sallowfield Garden Centres", service, _("due next Monday"), 840_000),
            _Line(Glyph.LETTER, "Pennywell Dental Practice", letter, _("ready to check"), 129_000),
        )

    def _row(self, line: _Line) -> QHBoxLayout:
        theme = self._theme
        name_and_why = QVBoxLayout()
        name_and_why.setSpacing(0)
        name_and_why.addWidget(Text(theme, line.name, Type.BODY_STRONG))
        name_and_why.addWidget(Phrase(theme, (line.reason, Run(line.rest, Ink.MUTED))))
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE.s, 0, SPACE.s)
        row.setSpacing(SPACE.m)
        row.addWidget(Disc(theme, line.glyph))
        row.addLayout(name_and_why, 1)
        row.addWidget(Text(theme, self._money(line.minor), Type.BODY_STRONG))
        return row

    def _opening(self) -> Card:
        theme, _ = self._theme, self._words.gettext
        card = Card(theme)
        card.column.addWidget(Text(theme, _("You could open with"), Type.SMALL_MEDIUM, Ink.MUTED))
        said = _(
            "“Good morning Daniel, it’s Ellen at Rookmere. Is something holding up those two"
            " invoices?”"
        )
        card.column.addWidget(Paragraph(theme, said, Type.HEADING_PLAIN))
        minors = (241_200, 314_400, 248_040, 121_200)
        figures = [self._money(minor) for minor in minors]
        steps = [Step(at, "", figures[at], minor) for at, minor in enumerate(minors)]
        card.column.addWidget(AgeingStair(theme, steps))
        foot = QHBoxLayout()
        not_due = _("Not due {amount}").format(amount=figures[0])
        oldest = _("81 days late {amount}").format(amount=figures[3])
        foot.addWidget(Text(theme, not_due, Type.SMALL, Ink.MUTED))
        foot.addStretch()
        foot.addWidget(Text(theme, oldest, Type.SMALL, Ink.MUTED))
        card.column.addLayout(foot)
        return card

    def _promise(self) -> Card:
        theme, _ = self._theme, self._words.gettext
        card = Card(theme)
        card.column.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        promised = _("{amount} by Friday").format(amount=self._money(642_440))
        lines.addWidget(Text(theme, promised, Type.BODY_STRONG))
        noted = _("Promise noted, reminders pause")
        lines.addWidget(Text(theme, noted, Type.SMALL, Ink.MUTED))
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addWidget(GlyphLabel(theme, Glyph.OUR_PROMISE, Ink.POSITIVE, ICON.notice))
        row.addLayout(lines, 1)
        row.addWidget(GlyphLabel(theme, Glyph.CHECK, Ink.POSITIVE))
        card.column.addLayout(row)
        return card
