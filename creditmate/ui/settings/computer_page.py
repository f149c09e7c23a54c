"""How the program looks and speaks on this computer; it is kept here, not in the ledger."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.domain.frozen import changed
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import languages
from creditmate.i18n.countries import countries, country_defaults, country_of
from creditmate.i18n.formats import day_echoed, money, percent
from creditmate.i18n.locales import language_name
from creditmate.system.preferences import Preferences, preferences, remember_preferences
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.look import TEXT_SIZES, Look
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.sections import COMPUTER, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.theme import Appearance
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type
from creditmate.ui.wishes import SpeakAnew

_EXAMPLE = 123_450  # minor units: shows a mark between thousands and one before decimals


class ComputerPage(SettingsPage):
    """Colours and text size change at once; language and figures once the button is pressed."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(COMPUTER))
        _, theme = self.words.gettext, around.theme
        self._look = Look(around)
        self.colours = Segments(
            theme,
            _("Colours"),
            [
                SegmentText(Appearance.SYSTEM, _("System")),
                SegmentText(Appearance.LIGHT, _("Light")),
                SegmentText(Appearance.DARK, _("Dark")),
            ],
            is_input=True,
        )
        sizes = [SegmentText(str(size), percent(size, around.locale)) for size in TEXT_SIZES]
        self.text_size = Segments(theme, _("Text size"), sizes, is_input=True)
        self.language, self.country = self._language(), self._country()
        self.use = Button(theme, _("Use these"))
        self._lay_out()
        self.colours.chosen.connect(self._on_colours)
        self.text_size.chosen.connect(self._on_size)
        self.use.clicked.connect(self._on_use)
        for choice in (self.language, self.country):
            choice.currentIndexChanged.connect(self._on_speech)
        theme.changed.connect(self.reload)
        self._on_speech()

    def _lay_out(self) -> None:
        _, theme = self.words.gettext, self.around.theme
        looks, speech = ColumnGrid(2, gap=SPACE.l), ColumnGrid(2, gap=SPACE.l)
        looks.add(
            _titled(self, _("Colours"), self.colours), _titled(self, _("Text size"), self.text_size)
        )
        self.figures = Field(theme, _("How figures and dates are written"), self.country)
        speech.add(Field(theme, _("Language"), self.language), self.figures)
        column = QVBoxLayout()
        column.setContentsMargins(SPACE.xl, SPACE.xs, SPACE.xl, SPACE.xl)
        column.setSpacing(SPACE.s)
        column.addWidget(SectionHead(theme, _("Look")))
        column.addWidget(looks)
        column.addSpacing(SPACE.s)
        column.addWidget(SectionHead(theme, _("Words and figures of the window")))
        column.addWidget(speech)
        foot = QHBoxLayout()
        foot.addWidget(self.use)
        foot.addStretch()
        column.addLayout(foot)
        note = _("Papers are written as the business and its customers want them, not as this.")
        column.addWidget(Paragraph(theme, note, Type.SMALL, Ink.MUTED))
        inside = QWidget()
        inside.setLayout(column)
        inside.setMaximumWidth(theme.wide(SIZES.settings_form))
        self.body.addWidget(inside)
        self.body.addStretch(1)

    def _language(self) -> Choice:
        choice = Choice(self.around.theme, "")
        for code in languages():
            choice.addItem(language_name(code), code)
        choice.setCurrentIndex(max(choice.findText(language_name(self.around.language)), 0))
        return choice

    def _country(self) -> Choice:
        choice = Choice(self.around.theme, "")
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for code, name in countries(self.around.language):
            choice.addItem(name, code)
        choice.setCurrentIndex(choice.findData(country_of(self.around.locale)))
        return choice

    # ------------------------------------------------------------- showing
    def begin(self) -> None:
        """Work begins at the colours."""
        self.colours.begin()

    def reload(self) -> None:
        """Show what is chosen; it may have been chosen in the menu."""
        self.colours.choose(self._look.appearance)
        self.text_size.choose(str(self._look.text_size))

    # ------------------------------------------------------------- choosing
    def _on_colours(self, key: str) -> None:
        self._look.colour(Appearance(key))

    def _on_size(self, key: str) -> None:
        self._look.write(int(key))

    def _wanted(self) -> Preferences:
        around, country = self.around, str(self.country.currentData())
        now = changed(preferences(), language=around.language, locale=around.locale)
        language = str(self.language.currentData())
        if language_name(language) != language_name(around.language):
            now = changed(now, language=language)
        if country != country_of(now.locale):
            now = changed(now, locale=country_defaults(country).locale)
        return now

    @property
    def _is_other(self) -> bool:
        wanted, around = self._wanted(), self.around
        return (wanted.language, wanted.locale) != (around.language, around.locale)

    def _on_speech(self) -> None:
        """Show an amount and a day as they would be written."""
        locale = self._wanted().locale
        currency = country_defaults(country_of(locale)).currency
        amount = money(Money(_EXAMPLE, currency), locale, symbol=True)
        self.figures.note(f"{amount}, {day_echoed(self.around.program.clock.today, locale)}")
        if self._is_other:
            self.use.allow()
        else:
            self.use.refuse(self.words.gettext("The window speaks like this already."))

    def _on_use(self) -> None:
        remember_preferences(self._wanted())
        self.wanted.emit(SpeakAnew())


def _titled(page: SettingsPage, title: str, part: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, SPACE.s)
    column.setSpacing(SPACE.xs)
    column.addWidget(Text(page.around.theme, title, Type.SMALL_MEDIUM, Ink.MUTED))
    row = QHBoxLayout()
    row.addWidget(part)
    row.addStretch()
    column.addLayout(row)
    return made
