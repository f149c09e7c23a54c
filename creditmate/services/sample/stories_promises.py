"""Customers whose promises, or ours, are the story: kept, broken, replaced, too small."""

from creditmate.domain.disputes import DisputeReason
from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseEnd
from creditmate.services.sample.account import Entry
from creditmate.services.sample.story import Query, Story
from creditmate.services.sample.trade import buy_for
from creditmate.services.sample.words import Words


def gbp(minor: int) -> Money:
    """Return so many pence."""
    return Money(minor, "GBP")


def brackenford(story: Story) -> None:
    """A promise of 4,212.60 passed last week with nothing received; a part is in question."""
    at = story.setting
    account = story.account
    first = buy_for(story, at.working_ago(68), 180000)
    short = buy_for(story, at.ago(111), 121200)
    second = buy_for(story, at.ago(69), 248040)
    third = buy_for(story, at.ago(55), 173220)
    buy_for(story, at.ago(46), 141180)
    buy_for(story, at.ago(20), 241200)
    _helen_signs_on_thursday(story, first)
    story.talk(
        at.working_ago(18), Outcome.NO_ANSWER,
        "Reminder 1 with {a} and {b} to Daniel. No answer so far.",
        {"a": short, "b": second}, then=at.working_ago(10), channel="email",
    )  # fmt: skip
    call = story.talk(
        at.working_ago(9), Outcome.WILL_PAY,
        "“Our own customers are slow, it's been a strange month.” Will pay {sum}, that is {a} and "
        "{b}, by {by}; sounded hesitant about the date. Says two pallets of {short} came short.",
        {"sum": gbp(421260), "a": second, "b": third, "by": at.working_ago(4), "short": short},
        then="",
    )  # fmt: skip
    call.mood = Mood.STRAINED.value
    story.promise(call, at.working_ago(4), gbp(421260), [second, third])
    sent = at.working_ago(8)
    story.we_promise(call, "Delivery notes for {inv} to Daniel", {"inv": short}, sent, sent)
    account.receive(at.working_ago(12), "transfer", gbp(15000), [])
    story.queries.append(
        Query(
            at.working_ago(9), DisputeReason.QUANTITY, "Daniel Marsh", at.ahead(at.today, 2),
            Words("Two pallets of floorboards short on the first drop, he says."),
            short, gbp(41200),
        )
    )  # fmt: skip


def _helen_signs_on_thursday(story: Story, frames: Entry) -> None:
    """The promise before, which was kept within its days of grace."""
    at = story.setting
    call = story.talk(
        at.working_ago(30), Outcome.WILL_PAY,
        "Daniel had {inv} on his desk unsigned. Helen is back on Thursday and will put {sum} in "
        "the run. He rang off to catch her diary.",
        {"inv": frames, "sum": gbp(180000)}, then="",
    )  # fmt: skip
    call.mood = Mood.CALM.value
    story.promise(call, at.working_ago(26), gbp(180000), [frames])
    story.account.pay(at.working_ago(25), "transfer", [frames])


def wexcombe(story: Story) -> None:
    """All that is overdue is promised for next week: nothing to do but wait."""
    at = story.setting
    stage = buy_for(story, at.ago(77), 336000)
    story.talk(
        at.ago(34), Outcome.ASKS_FOR_TIME,
        "Priya: the second half of the grant is late, she has it in writing. Asked to speak "
        "again when the panel has met.",
        then=at.working_ago(4),
    )  # fmt: skip
    pays = at.ahead(at.today, 4)
    call = story.talk(
        at.working_ago(4), Outcome.WILL_PAY,
        "Grant is approved and on its way. Priya will pay {inv} in full, {sum}, by {by}. "
        "Thanked us for waiting; two free tickets offered and politely declined.",
        {"inv": stage, "sum": gbp(336000), "by": pays}, then="",
    )  # fmt: skip
    story.promise(call, pays, gbp(336000), [stage])


def moorlatch(story: Story) -> None:
    """Rang before the day came and moved the promise: the first one is replaced."""
    at = story.setting
    flat = buy_for(story, at.ago(103), 144000)
    stairs = buy_for(story, at.ago(70), 80000)
    buy_for(story, at.ago(20), 89000)
    call = story.talk(
        at.working_ago(12), Outcome.WILL_PAY,
        "Stephen had both invoices. A tenant's deposit case holds the account; {sum} for {a} and "
        "{b} by {by}.",
        {"sum": gbp(224000), "a": flat, "b": stairs, "by": at.working_ago(6)}, then="",
    )  # fmt: skip
    old = story.promise(call, at.working_ago(6), gbp(224000), [flat, stairs])
    new_day = at.ahead(at.today, 5)
    call = story.talk(
        at.working_ago(6), Outcome.WILL_PAY,
        "Stephen rang before we had to: the deposit is released a week later than he thought. "
        "Same sum, {sum}, now by {by}. Good of him to say so.",
        {"sum": gbp(224000), "by": new_day}, then="", direction="in",
    )  # fmt: skip
    new = story.promise(call, new_day, gbp(224000), [flat, stairs])
    old.ended = (PromiseEnd.REPLACED, at.working_ago(6), new)


def skelbrook(story: Story) -> None:
    """Twenty pounds promised on 1,725: it is noted, and silences nothing."""
    at = story.setting
    signs = buy_for(story, at.ago(96), 172500)
    story.talk(
        at.ago(40), Outcome.NO_ANSWER, "Reminder 2 by post, copy of {inv} enclosed.",
        {"inv": signs}, then=at.ago(26), channel="letter",
    )  # fmt: skip
    story.talk(
        at.ago(25), Outcome.VOICEMAIL, "Mailbox nearly full. Left our number and {inv}.",
        {"inv": signs}, then=at.working_ago(4),
    )  # fmt: skip
    pays = at.ahead(at.today, 2)
    call = story.talk(
        at.working_ago(4), Outcome.PART_PAYMENT,
        "Dean can do {sum} by {by} “to show willing”. Said that {inv} needs a real plan and that "
        "we will ring again about the rest. He did not disagree.",
        {"sum": gbp(2000), "by": pays, "inv": signs}, then="",
    )  # fmt: skip
    story.promise(call, pays, gbp(2000), [signs])


def dunmallet(story: Story) -> None:
    """Promised, and kept to the day."""
    at = story.setting
    paid = buy_for(story, at.ago(52), 120620)
    buy_for(story, at.ago(20), 144860)
    call = story.talk(
        at.working_ago(9), Outcome.WILL_PAY,
        "Catriona had {inv} queried internally, all cleared up. {sum} by {by}.",
        {"inv": paid, "sum": gbp(120620), "by": at.working_ago(5)}, then="",
    )  # fmt: skip
    story.promise(call, at.working_ago(5), gbp(120620), [paid])
    story.account.pay(at.working_ago(5), "transfer", [paid])


def ottermere(story: Story) -> None:
    """Half of what was promised came on the day; the other half did not."""
    at = story.setting
    rooms = buy_for(story, at.ago(68), 196000)
    buy_for(story, at.ago(16), 61200)
    call = story.talk(
        at.working_ago(13), Outcome.WILL_PAY,
        "Season over, bookings thin until Christmas. Lionel will clear {inv}, {sum}, by {by}.",
        {"inv": rooms, "sum": gbp(196000), "by": at.working_ago(6)}, then="",
    )  # fmt: skip
    story.promise(call, at.working_ago(6), gbp(196000), [rooms])
    half = gbp(98000)
    story.account.receive(at.working_ago(6), "transfer", half, [(rooms, half)])


def osprey(story: Story) -> None:
    """We promised a corrected invoice for yesterday, and have not sent it."""
    at = story.setting
    panels = buy_for(story, at.ago(41), 116400)
    call = story.talk(
        at.working_ago(5), Outcome.PAPERS_MISSING,
        "Imogen holds {inv} back: wrong site address and no order number. Nothing wrong with the "
        "panels. Will pay as soon as she has it right; I said by {by}.",
        {"inv": panels, "by": at.working_ago(1)}, then="our turn: she pays when she has it",
    )  # fmt: skip
    story.we_promise(call, "Corrected invoice {inv}", {"inv": panels}, at.working_ago(1), None)


def pennywell(story: Story) -> None:
    """Back from leave today: a call-back agreed with the reception."""
    at = story.setting
    surgery = buy_for(story, at.ago(39), 64000)
    call = story.talk(
        at.working_ago(3), Outcome.AWAY,
        "Reception: Gwen Aldous is on leave and the only one who pays. {inv} is in her tray. "
        "Back on {by}, ring at half past nine.",
        {"inv": surgery, "by": at.today}, then="", person=None, heard_name="reception",
    )  # fmt: skip
    story.call_back(call, at.today, "Gwen Aldous is back from leave today, ring at 09:30")
    call.outcome = Outcome.CALL_BACK  # agreed with the reception; untimed, as who is away is
