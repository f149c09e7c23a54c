"""Colours and text size: chosen in the menu or by Find or do, kept on this computer."""

from collections.abc import Sequence
from functools import partial

from creditmate.domain.frozen import changed
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import percent
from creditmate.system.preferences import preferences, remember_preferences
from creditmate.ui.command import Command
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Appearance

TEXT_SIZES = (100, 115, 130)
"""Per cent of the design's own."""
COLOURS = {
    Appearance.SYSTEM: N_("Colours as the system has them"),
    Appearance.LIGHT: N_("Light colours"),
    Appearance.DARK: N_("Dark colours"),
}


class Look:
    """Changes the look of everything at once and remembers it."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    @property
    def appearance(self) -> Appearance:
        """The colours that were chosen."""
        return self._around.theme.appearance

    @property
    def text_size(self) -> int:
        """The text size in per cent."""
        return round(100 * self._around.theme.text_scale)

    def colour(self, appearance: Appearance) -> None:
        """Wear other colours."""
        remember_preferences(changed(preferences(), appearance=appearance.value))
        self._around.theme.choose(appearance)

    def write(self, per_cent: int) -> None:
        """Write larger or smaller."""
        remember_preferences(changed(preferences(), text_size=per_cent))
        self._around.theme.choose(self.appearance, per_cent / 100)

    def colours(self) -> Sequence[tuple[Appearance, Command]]:
        """What one can choose among."""
        _ = words(self._around.language).gettext
        also = _("appearance theme mode switch")
        return [
            (one, Command(_(title), Glyph.APPEARANCE, partial(self.colour, one), also=also))
            for one, title in COLOURS.items()
        ]

    def sizes(self) -> Sequence[tuple[int, Command]]:
        """What one can choose among."""
        _ = words(self._around.language).gettext
        also = _("appearance larger smaller font zoom")
        return [
            (
                size,
                Command(
                    _("Text size {per_cent}").format(per_cent=percent(size, self._around.locale)),
                    Glyph.APPEARANCE,
                    partial(self.write, size),
                    also=also,
                ),
            )
            for size in TEXT_SIZES
        ]
