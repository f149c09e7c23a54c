"""A gentle look at the sentence that tells a customer what a visit is for.

It is to be one courteous sentence, neither threat nor insult (domain-rules 4.8, paper.md 8). What
sounds otherwise is named so that whoever writes can think again; nothing is ever refused for it.
The words that sound harsh are those of the sentence's language: whoever asks brings them.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 240
"""Characters that are read at a glance: two lines of the paper."""
_ENDS = re.compile(r"[.!?…。！？](?=\s+\S)")
_INITIAL = re.compile(r"(?:\b\w|\b(?:Mr|Mrs|Ms|Dr|No|St|Ltd|Co|approx|z|B))\.$", re.IGNORECASE)
_SHOUTED = re.compile(r"\b[^\W\d_]{5,}\b")


class CourtesyWhy(StrEnum):
    """What to think of; the values are stable."""

    EMPTY = "empty"
    HARSH = "harsh"  # found: the words
    ORDERS = "orders"  # who wishes it is not said
    SEVERAL_SENTENCES = "several_sentences"
    TOO_LONG = "too_long"
    EXCLAIMS = "exclaims"
    SHOUTS = "shouts"  # found: the words


@dataclass(frozen=True, slots=True)
class CourtesyHint:
    """What to think of, and the words it is about as they stand in the sentence."""

    why: CourtesyWhy
    found: tuple[str, ...] = ()


def courtesy_hints(
    text: str,
    harsh: Collection[str],
    names: Collection[str] = (),
    ours: Sequence[str] = (),
) -> tuple[CourtesyHint, ...]:
    """Return what to think of in a sentence; nothing is as well as can be told.

    Args:
        text: The sentence.
        harsh: Words and turns of phrase that threaten or blame, in its language; one that ends in
            ``*`` is the beginning of words.
        names: What is written in capitals by right, as a customer's name.
        ours: The word that begins a wish of ours, then those that say it is ours; none where
            nobody knows them.
    """
    said = " ".join(text.split())
    if not said:
        return (CourtesyHint(CourtesyWhy.EMPTY),)
    found = []
    if words := _harsh(said, harsh):
        found.append(CourtesyHint(CourtesyWhy.HARSH, words))
    if ours and _orders(said, ours):
        found.append(CourtesyHint(CourtesyWhy.ORDERS))
    if _sentences(said) > 1:
        found.append(CourtesyHint(CourtesyWhy.SEVERAL_SENTENCES))
    if len(said) > LONGEST:
        found.append(CourtesyHint(CourtesyWhy.TOO_LONG))
    if "!" in said or "！" in said:
        found.append(CourtesyHint(CourtesyWhy.EXCLAIMS))
    if loud := _shouted(said, names):
        found.append(CourtesyHint(CourtesyWhy.SHOUTS, loud))
    return tuple(found)


def _harsh(said: str, harsh: Collection[str]) -> tuple[str, ...]:
    places = []
    for phrase in harsh:
        stem = phrase.removesuffix("*")
        ending = r"\w*" if phrase.endswith("*") else ""
        inner = r"\s+".join(re.escape(word) for word in stem.split())
        for match in re.finditer(rf"(?<!\w){inner}{ending}(?!\w)", said, re.IGNORECASE):
            places.append((match.start(), match.group()))
    return tuple(dict.fromkeys(words for _, words in sorted(places)))


def _orders(said: str, ours: Sequence[str]) -> bool:
    used = [word.lower() for word in re.findall(r"\w+", said)]
    return used[:1] != [ours[0]] and not set(used) & set(ours[1:])


def _sentences(said: str) -> int:
    ends = [match.start() for match in _ENDS.finditer(said)]
    return 1 + sum(not _INITIAL.search(said[: place + 1]) for place in ends)


def _shouted(said: str, names: Collection[str]) -> tuple[str, ...]:
    known = {word for name in names for word in name.split()}
    words = (match.group() for match in _SHOUTED.finditer(said))
    loud = (word for word in words if word.isupper() and word not in known)
    return tuple(dict.fromkeys(loud))
