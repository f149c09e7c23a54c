"""Whom to speak or write to at a customer's, and who there decides.

Source: domain-rules 4.7 and 4.2 (respect the wishes); mock-up 01: the one who handles payments is
asked first, and whoever decides stands beside them.
"""

from collections.abc import Sequence

from creditmate.domain.contact_form import Discuss
from creditmate.domain.rows import ContactRow
from creditmate.domain.wishes import WishKind
from creditmate.domain.worklist import Channel

DECIDES = "decides"
_FIRST = {"pays": 0, DECIDES: 1}
_REFUSALS = {
    Channel.CALL: WishKind.NO_CALLS,
    Channel.EMAIL: WishKind.NO_EMAILS,
    Channel.LETTER: WishKind.NO_LETTERS,
}


def whom(
    people: Sequence[ContactRow], channel: Channel | None = None, agreed_with: str = ""
) -> ContactRow | None:
    """Return whom to turn to: who pays before who decides, both before anybody else.

    Nobody with whom the account may not be discussed is asked while it may be with somebody else.
    Of these, whoever can be reached that way comes first: nobody is called who has no number,
    or who wishes not to be, while somebody else can be.

    Args:
        people: Everybody known at the customer's, with what each one refuses.
        channel: How they are to be reached; None if it does not matter.
        agreed_with: With whom it was agreed, who is turned to where they can be reached; '' where
            that was nobody known by name.
    """
    theirs = [row for row in named(agreed_with, people) if reached(row, channel)]
    return min(theirs or askable(people), key=lambda row: _rank(row, channel), default=None)


def who_decides(people: Sequence[ContactRow], besides: ContactRow | None) -> ContactRow | None:
    """Return who decides, if that is somebody other than the one spoken to."""
    return next((row for row in people if row.authority == DECIDES and row != besides), None)


def askable(people: Sequence[ContactRow]) -> Sequence[ContactRow]:
    """Return those with whom the account may be discussed; everybody where that is nobody."""
    return [row for row in people if may_discuss(row)] or people


def may_discuss(person: ContactRow) -> bool:
    """Whether nobody has said that the account may not be discussed with a person."""
    return person.discuss != Discuss.NO


def named(name: str, people: Sequence[ContactRow]) -> list[ContactRow]:
    """Return those whom a name may mean: its words, a first name alone too, are among theirs."""
    said = set(name.casefold().split())
    return [row for row in people if said and said <= set(row.name.casefold().split())]


def is_stranger(name: str, people: Sequence[ContactRow]) -> bool:
    """Whether somebody gave a name that is on file for nobody there."""
    return bool(name.strip()) and not named(name, people)


def may_hear(name: str, people: Sequence[ContactRow]) -> bool:
    """Whether the account may be talked about with whoever is on the line.

    Of somebody who is not on file nobody knows that they may: whoever takes the call at the
    reception, a son, a new temp. Source: domain-rules 4.2, third parties.

    Args:
        name: Whom one speaks with, as typed; '' as long as nobody has given a name.
        people: Everybody on file.
    """
    return not name.strip() or (
        not is_stranger(name, people) and all(map(may_discuss, named(name, people)))
    )


def reached(person: ContactRow, channel: Channel | None) -> bool:
    """Whether a person can be reached in a way, and does not refuse it."""
    if channel in _REFUSALS and _REFUSALS[channel] in person.refuses:
        return False
    if channel is Channel.CALL:
        is_right = bool(person.phone) and person.wrong_since is None
        return is_right and person.channel == "call"
    return channel is not Channel.EMAIL or bool(person.email)


def _rank(row: ContactRow, channel: Channel | None) -> tuple[bool, int, int]:
    is_worse = not reached(row, channel) or (channel is None and row.wrong_since is not None)
    return (is_worse, _FIRST.get(row.authority, len(_FIRST)), row.id)
