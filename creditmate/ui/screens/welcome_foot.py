"""The foot of Welcome: language, figures and colours as found, changed in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.frozen import changed
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import languages, words
from creditmate.i18n.countries import countries, country_defaults, country_of
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.locales import language_name
from creditmate.system.preferences import Preferences, preferences, remember_preferences
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text import Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Appearance
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type

_EXAMPLE = 123_450  # minor units: shows a mark between thousands and one before decimals


class LookFoot(QWidget):
    """Three facts and Change; changing, two choices, the colours, and Done.

    Colours change at once. Done with another language or way of writing is told by
    ``speech_changed``: whoever has the window makes it anew.
    """

    speech_changed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._words = around, words(around.language)
        self._appearance = Text(around.theme, "", Type.SMALL, Ink.MUTED)
        self.change = Button(around.theme, self._words.gettext("Change"), Kind.LINK)
        self.done = Button(around.theme, self._words.gettext("Done"), Kind.LINK)
        self.language, self.country = self._language(), self._country()
        self.colours = self._colours()
        self._said, self._changing = self._facts(), self._choices()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self._changing)
        self._changing.hide()
        self.change.clicked.connect(self._on_change)
        self.done.clicked.connect(self._on_done)
        self._say_appearance()

    # ------------------------------------------------------------- building
    def _facts(self) -> QWidget:
        theme, locale = self._around.theme, self._around.locale
        currency = country_defaults(country_of(locale)).currency
        amount = money(Money(_EXAMPLE, currency), locale, symbol=True)
        example = f"{amount}, {day_short(self._around.program.clock.today, locale)}"
        language = language_name(self._around.language)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        said = Text(theme, language, Type.SMALL, Ink.MUTED)
        figures = Text(theme, example, Type.SMALL, Ink.MUTED)
        for glyph, text in (
            (Glyph.LANGUAGE, said),
            (Glyph.FIGURES, figures),
            (Glyph.APPEARANCE, self._appearance),
        ):
            row.addWidget(GlyphLabel(theme, glyph, size=ICON.small))
            row.addWidget(text)
            row.addSpacing(SPACE.s)
        row.addStretch()
        row.addWidget(self.change)
        return page

    def _choices(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(SPACE.s)
        upper.addWidget(self.language, 1)
        upper.addWidget(self.country, 2)
        lower.addWidget(self.colours)
        lower.addStretch()
        lower.addWidget(self.done)
        column.addLayout(upper)
        column.addLayout(lower)
        return page

    def _language(self) -> Choice:
        _ = self._words.gettext
        choice = Choice(self._around.theme, _("Language"))
        for code in languages():
            choice.addItem(language_name(code), code)
        choice.setCurrentIndex(max(choice.findText(language_name(self._around.language)), 0))
        return choice

    def _country(self) -> Choice:
        _ = self._words.gettext
        choice = Choice(self._around.theme, _("How figures and dates are written"))
        for code, name in countries(self._around.language):
            choice.addItem(name, code)
        choice.setCurrentIndex(choice.findData(country_of(self._around.locale)))
        return choice

    def _colours(self) -> Segments:
        _ = self._words.gettext
        made = Segments(
            self._around.theme,
            _("Colours"),
            [
                SegmentText(Appearance.SYSTEM, _("System")),
                SegmentText(Appearance.LIGHT, _("Light")),
                SegmentText(Appearance.DARK, _("Dark")),
            ],
        )
        made.choose(self._around.theme.appearance)
        made.chosen.connect(self._on_colours)
        return made

    # ------------------------------------------------------------- changing
    def _on_change(self) -> None:
        self._said.hide()
        self._changing.show()
        self.language.setFocus()

    def _on_done(self) -> None:
        self._changing.hide()
        self._said.show()
        self.change.setFocus()
        now, country = self._now(), str(self.country.currentData())
        chosen = changed(now, language=self._language_chosen())
        if country != country_of(now.locale):
            chosen = changed(chosen, locale=country_defaults(country).locale)
        if chosen != now:
            remember_preferences(chosen)
            self.speech_changed.emit()

    def _language_chosen(self) -> str:
        """The language chosen, with the region it came with where it stays the same."""
        chosen, mine = str(self.language.currentData()), self._around.language
        return mine if language_name(chosen) == language_name(mine) else chosen

    def _on_colours(self, key: str) -> None:
        remember_preferences(changed(preferences(), appearance=key))
        self._around.theme.choose(Appearance(key))
        self._say_appearance()

    def _now(self) -> Preferences:
        around = self._around
        return changed(preferences(), language=around.language, locale=around.locale)

    def _say_appearance(self) -> None:
        _ = self._words.gettext
        says = {
            Appearance.SYSTEM: _("System colours"),
            Appearance.LIGHT: _("Light colours"),
            Appearance.DARK: _("Dark colours"),
        }
        self._appearance.setText(says[self._around.theme.appearance])
