"""The terms that a signed application accepts: proposed from what it says, put down when asked to.

Whether the paper is signed nobody but its reader can see: so nothing is put down by itself. The
form has one tick for all terms, and agrees to no clause by name (decision 0020).
"""

from dataclasses import dataclass, replace

from creditmate.db.business import business
from creditmate.db.terms import versions
from creditmate.domain.acceptance import Capacity, Method
from creditmate.domain.application_form import TICKED, Item
from creditmate.domain.refusals import Why, refused
from creditmate.domain.terms import TermsVersion, current, proposed
from creditmate.services.acceptance_entries import AcceptedEntry
from creditmate.services.application_reading import ApplicationEntry, Understood
from creditmate.services.typed_texts import one_line

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a signed application accepts, and the version; the note is the position as written."""

    entry: AcceptedEntry
    version: TermsVersion


def agreement(entry: ApplicationEntry, found: Understood) -> Agreement | None:
    """Return what an application accepts once it is signed; None where that cannot be said.

    The box about terms must be ticked, with a name and a day that is not to come. A form that was
    handed out names the version enclosed; of one that was typed from paper it is the version in
    effect on the day of signing.
    """
    day, name = found.signed_day, found.values.get(Item.SIGNER_NAME, "")
    read = Item.SIGNED_DAY in found.values and day is not None
    if day is None or not read or not name or entry.given.get(Item.ACCEPTS_TERMS) != TICKED:
        return None
    every = versions()
    version = every.get(entry.terms)
    if version is None and not entry.terms:
        known = [one for one in every.values() if one.effective_day <= day]
        language = (entry.locale or business().locale).partition("_")[0]
        version = proposed(known, language, day) if current(known, day) else None
    if version is None:
        return None
    position = " ".join(found.values.get(Item.SIGNER_POSITION, "").split())
    accepted = AcceptedEntry(
        version.id, day, Method.SIGNED_APPLICATION, by_whom=name, note=position
    )
    return Agreement(accepted, version)


def checked_agreement(
    entry: ApplicationEntry, found: Understood, capacity: Capacity
) -> AcceptedEntry:
    """Return what is to be put down of an application that is said to be signed.

    Args:
        entry: As it came in.
        found: What of it was understood.
        capacity: As what whoever signed did so; where that is known, the position as it was
            written says nothing more and is left out.

    Raises:
        UserError: ``FIELD_REFUSED``: it does not say what was accepted, by whom, and when.
    """
    agreed = agreement(entry, found)
    if agreed is None:
        raise refused("application.agreement", Why.INCOMPLETE)
    one_line("acceptance.by_whom", agreed.entry.by_whom, _LONGEST_NAME, required=True)
    note = agreed.entry.note if capacity is Capacity.UNKNOWN else ""
    return replace(agreed.entry, capacity=capacity, note=note)
