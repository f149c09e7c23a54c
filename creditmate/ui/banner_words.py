"""What a line over the place one is in says."""

from typing import NamedTuple


class BannerWords(NamedTuple):
    """What a line says: a fact, what follows from it, and the verb of its button, if it has one."""

    title: str
    detail: str = ""
    verb: str = ""
