"""What was understood of a call form, and the call that is recorded of it; knows no toolkit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from creditmate.domain.call_extras import Besides
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.errors import UserError
from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_notes import CallNote
from creditmate.ui.call.extra_state import ExtraReader, ExtrasGot, barrier, opened, told
from creditmate.ui.call.paid_state import promised_method, said_paid


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of the texts; ``bad`` are those that nobody can read, by field."""

    outcome: Outcome | None
    promised: Money | None = None
    by: date | None = None
    deed_by: date | None = None
    next_day: date | None = None
    paid: Money | None = None
    paid_on: date | None = None
    extras: ExtrasGot = field(default_factory=ExtrasGot)
    bad: Mapping[str, UserError] = field(default_factory=dict)

    @property
    def speaks_of_promises(self) -> bool:
        """Whether somebody was reached, or may have been: then promises can be made."""
        return self.outcome is None or self.outcome.reached

    @property
    def says_paid(self) -> bool:
        """Whether they say that it is paid: then they promise nothing more."""
        return self.outcome is Outcome.PAYMENT_SENT

    @property
    def looks_for_money(self) -> bool:
        """Whether money is to come by a day: then the next step is to look for it."""
        arranged = self.extras.plan_first is not None or self.extras.time_to is not None
        promised = self.promised is not None or self.says_paid
        return promised or (arranged and self.speaks_of_promises)


def call_note(typed: TypedCall, got: Understood, reader: ExtraReader) -> CallNote:
    """Return the call as the service records it; an outcome is chosen."""
    talked, extras = got.speaks_of_promises, got.extras
    reached = got.outcome is not None and got.outcome.reached
    seen = opened(typed)
    words_ = {
        one: text.strip() if one in seen else ""
        for one, text in (
            (Besides.OPPORTUNITY, typed.opportunity),
            (Besides.FEEDBACK, typed.feedback),
            (Besides.SATISFACTION, typed.satisfaction),
        )
    }
    return CallNote(
        with_name=typed.with_name.strip(),
        outcome=got.outcome or Outcome.NO_ANSWER,
        note=typed.notes.strip(),
        next_day=got.next_day,
        none_because=typed.because.strip() if typed.no_step else "",
        promised=got.promised,
        promised_by=got.by,
        method=promised_method(typed) if got.promised is not None else None,
        deed=typed.deed.strip() if talked else "",
        deed_by=got.deed_by,
        replaces_promises=typed.replaces if reached else None,
        deeds_done=typed.deeds_done and talked,
        incoming=typed.incoming,
        mood=Mood(typed.mood) if typed.mood else None,
        signals=tuple(Signal(code) for code in typed.signals),
        seconds=typed.seconds,
        said_paid=said_paid(typed, got.paid, got.paid_on) if got.says_paid else None,
        barrier=barrier(typed) if reached else None,
        copies=_copies(typed, reader) if reached else (),
        told=told(typed) if Besides.TOLD in seen else (),
        next_at=extras.next_at if got.next_day is not None else None,
        override=typed.override.strip(),
        purpose=Purpose.AGREED if typed.was_agreed and not typed.incoming else None,
        opportunity=words_[Besides.OPPORTUNITY],
        feedback=words_[Besides.FEEDBACK],
        satisfaction=int(words_[Besides.SATISFACTION] or 0) or None,
        dispute=reader.dispute(typed, extras),
        extension=reader.extension(typed, extras),
        plan=reader.plan(typed, extras),
    )


def _copies(typed: TypedCall, reader: ExtraReader) -> tuple[int, ...]:
    """Of what they want a copy, if that was told."""
    return tuple(row.id for row in reader.not_received(typed) if str(row.id) in typed.copies)
