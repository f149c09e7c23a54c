"""One row of every fact and record of the call diary: what is arranged, noted and put off."""

from creditmate.db.gateway import Writing
from creditmate.db.models import (
    ContactPolicy,
    Dispute,
    DisputeCare,
    Extension,
    ExtensionEvent,
    ExtensionItem,
    HelpSheet,
    Instalment,
    Interaction,
    InteractionDetail,
    InteractionItem,
    InteractionMoved,
    Noted,
    NotedEvent,
    Plan,
    PlanEvent,
    PlanItem,
    Snooze,
    StepSet,
)
from tests.builders import day


def write_arranged(writing: Writing, customer: int, entry: int) -> None:
    """Write them about a customer that has a dispute and a contact already."""
    about = {"customer_id": customer}
    talk = Interaction.select(Interaction.id).scalar()
    _talks(writing, customer, talk, entry)
    writing.add(
        DisputeCare, dispute_id=Dispute.select(Dispute.id).scalar(), day=day(3), staff_id=None,
        answer_by_day=day(10), interaction_id=talk, evidence="photographs",
    )  # fmt: skip
    plan = writing.add(
        Plan, **about, interaction_id=talk, day=day(40), number="P-1", contact_id=None,
        by_whom="Ms Ash", staff_id=None, currency="GBP", amount_minor=2000, rhythm="monthly",
        method="transfer", reference="INV-2", interest="waived", cure_days=7, note="by phone",
    )  # fmt: skip
    writing.add(PlanItem, plan_id=plan, entry_id=entry, amount_minor=2000)
    for place, due in ((1, 60), (2, 90)):
        writing.add(
            Instalment, plan_id=plan, place=place, due_day=day(due), cure_day=day(due + 9),
            amount_minor=1000,
        )  # fmt: skip
    writing.add(
        PlanEvent, plan_id=plan, kind="cancelled", day=day(41), by_plan_id=None, note="paid it"
    )
    extension = writing.add(
        Extension, **about, interaction_id=None, day=day(41), to_day=day(55), staff_id=None,
        by_whom="Ms Ash", interest="runs", reason="their customer pays late",
    )  # fmt: skip
    writing.add(ExtensionItem, extension_id=extension, entry_id=entry)
    writing.add(
        ExtensionEvent, extension_id=extension, kind="withdrawn", day=day(45), note="went silent"
    )
    writing.add(StepSet, **about, day=day(41), step="reminder_1", reason="sent by hand before")
    writing.add(
        Snooze, **about, day=day(41), until_day=day(48), kind="follow_up", reason="on holiday"
    )
    writing.create(ContactPolicy, tag="trade", customer_id=None, rules="{}")
    writing.create(HelpSheet, country="GB", title="Where to find help", wording="Call them.")


def _talks(writing: Writing, customer: int, talk: int, entry: int) -> None:
    again = writing.add(
        Interaction,
        customer_id=customer, contact_id=None, heard_name="Ms Ash", staff_id=None,
        channel="email", direction="in", number="", day=day(41),
        at="2026-02-11T09:00:00.000+00:00", at_offset=0, seconds=None, outcome="all_well",
        notes="thanks", next_day=None, none_because="nothing to do", corrects_id=None,
        mood="", signals="",
    )  # fmt: skip
    writing.add(
        InteractionDetail, interaction_id=talk, purpose="own", step="call_1",
        barrier="waiting_approval", told="due_day", zone="Europe/London", satisfaction=4,
        override="she asked for it",
    )  # fmt: skip
    writing.add(InteractionItem, interaction_id=talk, entry_id=entry)
    writing.add(
        InteractionMoved, interaction_id=talk, to_interaction_id=again, day=day(42), reason="slip"
    )
    noted = writing.add(
        Noted, customer_id=customer, interaction_id=talk, kind="opportunity", day=day(40),
        words="a second site", follow_up_day=day(70),
    )  # fmt: skip
    writing.add(
        NotedEvent, noted_id=noted, kind="put_off", day=day(70), follow_up_day=day(90), note=""
    )
