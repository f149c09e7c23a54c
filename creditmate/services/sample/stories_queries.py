"""Customers with something in question: one open, the others answered in every way."""

from creditmate.domain.disputes import DisputeEventKind, DisputeReason
from creditmate.domain.outcomes import Outcome
from creditmate.services.sample.account import Entry
from creditmate.services.sample.stories_promises import gbp
from creditmate.services.sample.story import Query, Story
from creditmate.services.sample.trade import buy_for
from creditmate.services.sample.words import Words


def brindle(story: Story) -> None:
    """Four lengths short on one invoice; a part payment; money not yet matched."""
    at = story.setting
    short = buy_for(story, at.ago(105), 64260)
    part = buy_for(story, at.ago(77), 128400)
    later = buy_for(story, at.ago(56), 45630)
    buy_for(story, at.ago(35), 193080)
    buy_for(story, at.ago(21), 87540)
    buy_for(story, at.ago(7), 204600)
    _four_lengths_short(story, short)
    pays = at.ago(31)
    call = story.talk(
        at.ago(35), Outcome.PART_PAYMENT,
        "Cash is short until the showroom job is signed off. {sum} on {inv} by {by}, the rest to "
        "follow.",
        {"sum": gbp(50000), "inv": part, "by": pays}, then="",
    )  # fmt: skip
    story.promise(call, pays, gbp(50000), [part])
    story.account.receive(pays, "transfer", gbp(50000), [(part, gbp(50000))])
    story.account.receive(at.ago(7), "transfer", gbp(30000), [])
    story.talk(
        at.ago(16), Outcome.VOICEMAIL, "Left word for Ruth: {a} and {b}, could she say when.",
        {"a": part, "b": later}, then="stays on the list until Ruth is back at her desk",
    )  # fmt: skip


def _four_lengths_short(story: Story, short: Entry) -> None:
    """What is in question: 86.40, and only that."""
    at = story.setting
    call = story.talk(
        at.ago(70), Outcome.DISPUTE,
        "Ruth rang about {inv}: four lengths of skirting short, {sum} by her count. The rest is "
        "fine. I look at the driver's sheet and come back to her.",
        {"inv": short, "sum": gbp(8640)}, then=at.ago(63), direction="in",
    )  # fmt: skip
    story.we_promise(call, "Driver's sheet for {inv} to Ruth", {"inv": short}, at.ago(67),
                     at.ago(67))  # fmt: skip
    story.queries.append(
        Query(
            at.ago(70), DisputeReason.QUANTITY, "Ruth Okafor", at.ahead(at.today, 3),
            Words("Four lengths of skirting short. Loader remembers 26, sheet says 30."),
            short, gbp(8640),
        )
    )  # fmt: skip


def quillfeather(story: Story) -> None:
    """Damaged shelves: the customer was right, and got a credit note."""
    at = story.setting
    shelves = buy_for(story, at.ago(100), 160800)
    call = story.talk(
        at.ago(88), Outcome.DISPUTE,
        "Anselm: six shelves of {inv} with crushed corners, photographs in the e-mail. The others "
        "are up and look well.",
        {"inv": shelves}, then=at.ago(74), direction="in",
    )  # fmt: skip
    story.we_promise(call, "Answer on the six shelves of {inv}", {"inv": shelves}, at.ago(74),
                     at.ago(74))  # fmt: skip
    story.queries.append(
        Query(
            at.ago(88), DisputeReason.DAMAGED, "Anselm Quill", at.ago(74),
            Words("Six shelves, corners crushed in transit. Photographs are clear."),
            shelves, gbp(24000), (DisputeEventKind.UPHELD, at.ago(74)),
        )
    )  # fmt: skip
    story.account.credit(at.ago(74), gbp(20000), gbp(4000), shelves)
    story.account.pay(at.ago(60), "transfer", [shelves])
    buy_for(story, at.ago(26), 98400)


def lockhart(story: Story) -> None:
    """Late delivery claimed; the signed note said otherwise, and he took it well."""
    at = story.setting
    planks = buy_for(story, at.ago(110), 67200)
    story.talk(
        at.ago(84), Outcome.DISPUTE,
        "Jim will not pay {inv}: says the larch came ten days late and cost him a slip. Kept calm; "
        "promised to look at the paper before we argue.",
        {"inv": planks}, then=at.ago(71),
    )  # fmt: skip
    story.queries.append(
        Query(
            at.ago(84), DisputeReason.LATE_DELIVERY, "Jim Lockhart", at.ago(70),
            Words("Delivery note signed by J. L. on the agreed day; the slip was let twice."),
            planks, None, (DisputeEventKind.REJECTED, at.ago(71)),
        )
    )  # fmt: skip
    pays = at.ago(63)
    call = story.talk(
        at.ago(71), Outcome.WILL_PAY,
        "Read him the delivery note with his own signature. Long pause, then a laugh. {sum} by "
        "{by}.",
        {"sum": gbp(67200), "by": pays}, then="",
    )  # fmt: skip
    story.promise(call, pays, gbp(67200), [planks])
    story.account.pay(pays, "transfer", [planks])
    buy_for(story, at.ago(36), 49800)


def greystone(story: Story) -> None:
    """Thought to be billed twice; found the second order, and withdrew the question."""
    at = story.setting
    pews = buy_for(story, at.ago(95), 88800)
    story.talk(
        at.ago(60), Outcome.DISPUTE,
        "Mr Lister believes {inv} is the pew ends billed again. I think it is the second half; "
        "asked him to look for the order in the vestry.",
        {"inv": pews}, then=at.ago(57),
    )  # fmt: skip
    story.queries.append(
        Query(
            at.ago(60), DisputeReason.DUPLICATE, "Rev. Hugh Lister", at.ago(50),
            Words("Two orders of the same size, three weeks apart."),
            pews, None, (DisputeEventKind.WITHDRAWN, at.ago(56)),
        )
    )  # fmt: skip
    story.talk(
        at.ago(56), Outcome.PAYMENT_SENT,
        "Mr Lister found the second order under the hymn sheets and is embarrassed; told him not "
        "to be. Cheque for {inv} goes today.",
        {"inv": pews}, then=at.ago(50), direction="in",
    )  # fmt: skip
    story.account.pay(at.ago(52), "cheque", [pews])
