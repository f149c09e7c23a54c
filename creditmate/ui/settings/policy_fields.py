"""The fields of the policy of contacts: the page and the dialog lay the same ones out."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.contact_steps import Step
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_policy_words import step_channel_words, step_words, value_words
from creditmate.ui.kit.field import Field
from creditmate.ui.settings.policy_state import FIELD, NO, OFF, YES
from creditmate.ui.theme.tokens import SPACE

Offers = tuple[tuple[str, str], ...]
WAYS = ("call", "email", "letter")
BEFORE = (Step.WELCOME, Step.COURTESY)
AFTER = tuple(step for step in Step if step not in BEFORE)


class StepPair(QWidget):
    """The days of a step and how it is done, side by side; read out with the step's name."""

    def __init__(self, days: Field[Any], how: Field[Any], step: Step, language: str) -> None:
        super().__init__()
        _, name = words(language).gettext, step_words(step, language)
        days.input.setAccessibleName(spoken_days(step, language))
        how.input.setAccessibleName(_("{step}: how").format(step=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(days, 1)
        row.addWidget(how, 1)


def day_label(step: Step, language: str) -> str:
    """Return what stands over the days of a step, under a head that says their side."""
    _ = words(language).gettext
    if step is Step.WELCOME:
        return _("Welcome, after invoice")
    return step_words(step, language)


def spoken_days(step: Step, language: str) -> str:
    """Return the same with its side, as it is read out."""
    _, name = words(language).gettext, step_words(step, language)
    if step is Step.WELCOME:
        return _("{step}, days after the invoice").format(step=name)
    if step is Step.COURTESY:
        return _("{step}, days before it is due").format(step=name)
    return _("{step}, days after it was due").format(step=name)


def way_offers(language: str) -> Offers:
    """Return how a step may be done, the last of which is not at all."""
    ways = tuple((way, step_channel_words(way, language)) for way in WAYS)
    return (*ways, (OFF, words(language).gettext("Off")))


def yes_no(language: str) -> Offers:
    """Return the offers of a value that is or is not."""
    _ = words(language).gettext
    return ((YES, _("Yes")), (NO, _("No")))


def label_of(key: str, language: str) -> str:
    """Return what another value is called."""
    return value_words(key, language)


def name_of(key: str) -> str:
    """Return the name of a value's field, under which services refuse it."""
    return FIELD + key
