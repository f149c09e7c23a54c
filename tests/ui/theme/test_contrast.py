"""The contrast table of the design, recomputed from the theme's tokens (WCAG 2)."""

import pytest

from creditmate.ui.theme.tokens import DARK, LIGHT, Colours, Ground, Ink

THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = (Ground.SURFACE, Ground.SUNKEN, Ground.WINDOW, Ground.ACCENT_SOFT)

# text on surface / sunken / window / selection, as the design states them
STATED = {
    "light": {
        Ink.TEXT: (16.3, 15.2, 14.3, 13.8),
        Ink.MUTED: (6.9, 6.4, 6.1, 5.9),
        Ink.FAINT: (5.7, 5.4, 5.0, 4.9),
        Ink.ACCENT: (7.1, 6.6, 6.2, 6.0),
        Ink.POSITIVE: (6.1, 5.7, 5.3, 5.2),
        Ink.WARNING: (6.3, 5.8, 5.5, 5.3),
        Ink.DANGER: (6.6, 6.2, 5.8, 5.6),
    },
    "dark": {
        Ink.TEXT: (13.7, 12.7, 14.8, 9.6),
        Ink.MUTED: (7.3, 6.8, 7.9, 5.1),
        Ink.FAINT: (6.5, 6.1, 7.1, 4.6),
        Ink.ACCENT: (7.6, 7.1, 8.2, 5.3),
        Ink.POSITIVE: (8.5, 7.8, 9.1, 5.9),
        Ink.WARNING: (8.7, 8.1, 9.4, 6.1),
        Ink.DANGER: (7.0, 6.5, 7.6, 4.9),
    },
}
PAIRS = {
    "light": {
        (Ink.ON_ACCENT, Ground.ACCENT): 7.1,
        (Ink.ON_ACCENT, Ground.ACCENT_HOVER): 9.2,
        (Ink.POSITIVE, Ground.POSITIVE_SOFT): 5.2,
        (Ink.WARNING, Ground.WARNING_SOFT): 5.5,
        (Ink.DANGER, Ground.DANGER_SOFT): 5.6,
    },
    "dark": {
        (Ink.ON_ACCENT, Ground.ACCENT): 7.9,
        (Ink.ON_ACCENT, Ground.ACCENT_HOVER): 9.5,
        (Ink.POSITIVE, Ground.POSITIVE_SOFT): 6.8,
        (Ink.WARNING, Ground.WARNING_SOFT): 6.9,
        (Ink.DANGER, Ground.DANGER_SOFT): 5.8,
    },
}
RAMP = {"light": (3.2, 3.0, 5.0, 8.1, 14.4), "dark": (3.9, 4.4, 7.1, 8.8, 13.3)}
EDGE = {"light": (3.6, 3.3), "dark": (4.0, 3.7)}
ROUNDED = 0.06  # the design's figures have one decimal


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB``, by WCAG 2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, by WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def of(colours: Colours, ink: Ink, ground: Ground) -> float:
    """Return the contrast of two tokens."""
    return ratio(colours.of(ink), colours.of(ground))


def test_the_measure_itself() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_texts_have_the_contrast_that_the_design_states(name: str) -> None:
    for ink, stated in STATED[name].items():
        found = [of(THEMES[name], ink, ground) for ground in GROUNDS]
        assert found == pytest.approx(stated, abs=ROUNDED), ink


@pytest.mark.parametrize("name", THEMES)
def test_pairs_have_the_contrast_that_the_design_states(name: str) -> None:
    found = {pair: of(THEMES[name], *pair) for pair in PAIRS[name]}
    assert found == pytest.approx(PAIRS[name], abs=ROUNDED)


@pytest.mark.parametrize("name", THEMES)
def test_every_text_is_aa_on_every_ground_it_stands_on(name: str) -> None:
    colours = THEMES[name]
    writing = [ink for ink in Ink if ink is not Ink.ON_ACCENT]
    lowest = min(of(colours, ink, ground) for ink in writing for ground in GROUNDS)
    assert lowest >= 4.5
    soft = (Ground.HOVER, Ground.POSITIVE_SOFT, Ground.WARNING_SOFT, Ground.DANGER_SOFT)
    assert min(of(colours, ink, g) for ink in (Ink.TEXT, Ink.MUTED) for g in soft) >= 4.5
    assert of(colours, Ink.FAINT, Ground.HOVER) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_outlines_and_steps_are_seen(name: str) -> None:
    colours = THEMES[name]
    edges = [ratio(colours.edge, ground) for ground in (colours.surface, colours.sunken)]
    assert edges == pytest.approx(EDGE[name], abs=ROUNDED)
    steps = [ratio(step, colours.surface) for step in colours.ramp]
    assert steps == pytest.approx(RAMP[name], abs=ROUNDED)
    assert min(*edges, *(round(step, 1) for step in steps)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_debt_grows_one_way_from_the_first_late_step(name: str) -> None:
    tones = [luminance(step) for step in THEMES[name].ramp[1:]]
    assert tones == sorted(tones, reverse=name == "light")
