"""A talk earlier on the same day, for whoever is about to ring again."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SpokenToday:
    """When somebody was spoken with today, by whom of us ('' where not known), and who it was.

    ``incoming``: they had called us.
    """

    at: datetime
    by: str = ""
    with_name: str = ""
    incoming: bool = False
