"""How somebody is saluted whose name was only heard: with a place or a task in it, plainly."""

_PARTICLES = frozenset({
    "af", "al", "av", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "e", "el", "la", "le", "les", "of", "op", "ten", "ter", "tot", "und", "van", "vom",
    "von", "y", "zu", "zum", "zur",
})  # fmt: skip
"""Small words that are part of a family name."""


def saluted(name: str) -> str:
    """Return so much of a name as a letter may salute; '' where nobody is named.

    ``Bob from Leeds`` is saluted as ``Bob``, ``Ludwig van der Berg`` in full, ``somebody in
    accounts`` not at all. What stands behind a comma or in brackets is no part of a name.
    """
    whole = name.split(",", 1)[0].split("(", 1)[0].split()
    kept: list[str] = []
    for word in whole:
        if word[:1].islower() and word.casefold() not in _PARTICLES:
            break
        kept.append(word)
    while kept and kept[-1][:1].islower():
        kept.pop()
    return " ".join(kept)
