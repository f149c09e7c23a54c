"""In what manner a customer is met, whatever it owes.

A friend, or somebody we know in private, is asked gently: no courtesy calls by the calendar and
nothing out of a batch of papers (``statement_choice``); a word with them when something is late,
and the line says so. Source: issue 4, "friend or personal"; product.md, 8.
"""

from typing import NamedTuple


class Manner(NamedTuple):
    """How a customer is met.

    ``on_stop``: they are not supplied at present, ``why_stopped`` says why where a reason was
    given; ``courtesy``: a courtesy call makes sense.
    """

    friend: bool = False
    on_stop: bool = False
    courtesy: bool = True
    why_stopped: str = ""

    @property
    def gets_courtesy(self) -> bool:
        """Whether we ring before anything is late."""
        return self.courtesy and not self.friend


USUAL = Manner()
