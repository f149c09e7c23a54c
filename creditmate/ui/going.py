"""Where one may go from a ledger, and what is lost by it."""

from collections.abc import Mapping
from enum import StrEnum

from creditmate.i18n.catalogue import N_


class Going(StrEnum):
    """Where one goes; the value is the answer that stops what is under way."""

    ANOTHER = N_("Stop it and switch")
    WELCOME = N_("Stop it and leave")
    QUIT = N_("Stop it and close")
    ANEW = N_("Stop it and go on")


DISCARD: Mapping[Going, str] = {
    Going.ANOTHER: N_("Switch without saving"),
    Going.WELCOME: N_("Leave without saving"),
    Going.QUIT: N_("Close without saving"),
    Going.ANEW: N_("Go on without saving"),
}
"""The answers that let go of what was typed."""
