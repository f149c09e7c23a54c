"""Where one may go from a ledger."""

from enum import StrEnum

from creditmate.i18n.catalogue import N_


class Going(StrEnum):
    """Where one goes; the value is the answer that stops what is under way."""

    ANOTHER = N_("Stop it and switch")
    WELCOME = N_("Stop it and leave")
    QUIT = N_("Stop it and close")
