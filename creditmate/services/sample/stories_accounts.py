"""Customers whose account is the story: late, early, overpaid, bounced, prepaid, credited."""

from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.sample.habits import PAYERS
from creditmate.services.sample.stories_promises import gbp
from creditmate.services.sample.story import Story
from creditmate.services.sample.trade import amount, buy, buy_for, settle_account


def cawder(story: Story) -> None:
    """The largest account, 64 days late, and nobody commits himself."""
    at = story.setting
    refit = buy_for(story, at.ago(94), 724075)
    decks = buy_for(story, at.ago(80), 400000)
    buy_for(story, at.ago(25), 318000)
    story.talk(
        at.ago(57), Outcome.WAITING_APPROVAL,
        "Moira: {inv} waits for Gavin, who is at the boat show all week.",
        {"inv": refit}, then=at.ago(46),
    )  # fmt: skip
    story.talk(
        at.ago(45), Outcome.GATEKEEPER, "Yard answered, will tell Gavin we rang.",
        then=at.ago(31), person=None, heard_name="the yard",
    )  # fmt: skip
    story.talk(
        at.ago(30), Outcome.NO_ANSWER, "Letter to Gavin Rennie with a statement: {a} and {b}.",
        {"a": refit, "b": decks}, then=at.ago(11), person=1, channel="letter",
    )  # fmt: skip
    story.talk(
        at.ago(11), Outcome.WAITING_APPROVAL,
        "Moira, kind as ever, cannot say more than “Gavin knows”. Two refits are not handed over "
        "yet and the yard lives on stage payments. A visit would do more than another call.",
        then="Ellen to plan a visit",
    )  # fmt: skip


def hollin_bank(story: Story) -> None:
    """Always early, now late for the first time: ask whether all is well."""
    at = story.setting
    buy_for(story, at.ago(33), 187240)
    buy_for(story, at.ago(12), 294400)
    story.talk(
        at.ago(60), Outcome.ALL_WELL,
        "Courtesy call. Tessa pleased with the cask racking; the new bar comes next spring.",
        then="all paid, nothing open between us",
    )  # fmt: skip


def ashlar(story: Story) -> None:
    """Usually six days late, now eighteen."""
    at = story.setting
    frames = buy_for(story, at.ago(48), 390500)
    buy_for(story, at.ago(15), 165000)
    story.talk(
        at.ago(12), Outcome.VOICEMAIL, "Left word for Nigel about {inv}; he is in on Tuesdays.",
        {"inv": frames}, then="stays on the list until reached",
    )  # fmt: skip


def sallowfield(story: Story) -> None:
    """Pays later every month: a courtesy call a week before the largest invoice is due."""
    at = story.setting
    autumn = buy_for(story, at.ago(64), 264000)
    story.account.pay(at.ago(15), "transfer", [autumn])
    buy_for(story, at.ago(24), 840000)
    story.talk(
        at.ago(27), Outcome.NEXT_PAYMENT_RUN,
        "Yvonne: {inv} is passed and goes when the new store's fitters have been paid. Each month "
        "a little later, she knows it.",
        {"inv": autumn}, then=at.ago(14),
    )  # fmt: skip


def inverlaith(story: Story) -> None:
    """The first invoice of a new customer, due within the week."""
    at = story.setting
    buy_for(story, at.ago(25), 211500)


def delph_hill(story: Story) -> None:
    """Asked for time in the summer, and has not answered since."""
    at = story.setting
    oldest = buy_for(story, at.ago(148), 190000)
    buy_for(story, at.ago(120), 274840)
    buy_for(story, at.ago(95), 200000)
    story.talk(
        at.ago(83), Outcome.ASKS_FOR_TIME,
        "Barry: two weddings cancelled, nothing in the bank until the autumn. Wants to keep the "
        "account straight. Said we would ring again in three weeks.",
        then=at.ago(62),
    )  # fmt: skip
    story.talk(at.ago(61), Outcome.VOICEMAIL, "Mobile, straight to the mailbox.", then=at.ago(47))
    story.talk(
        at.ago(46), Outcome.NO_ANSWER, "Reminder 2 by post with a statement, {inv} at the top.",
        {"inv": oldest}, then=at.ago(33), channel="letter",
    )  # fmt: skip
    story.talk(
        at.ago(32), Outcome.NO_ANSWER, "E-mail asking simply whether he is all right.",
        then=at.ago(18), channel="email",
    )  # fmt: skip
    story.talk(at.ago(17), Outcome.NO_ANSWER, "Rings out, twice.", then="stays on the list")


def fennimore(story: Story) -> None:
    """Asked not to be rung: everything goes in writing."""
    at = story.setting
    mill = buy_for(story, at.ago(44), 129000)
    story.talk(
        at.ago(8), Outcome.NO_ANSWER, "Reminder 1, copy of {inv} attached.", {"inv": mill},
        then="next reminder in writing, from the list", channel="email",
    )  # fmt: skip


def tansy_court(story: Story) -> None:
    """The cheque came back from the bank two days ago: the invoice is open again."""
    at = story.setting
    benches = buy_for(story, at.ago(38), 28800)
    buy_for(story, at.ago(12), 34000)
    cheque = story.account.pay(at.working_ago(7), "cheque", [benches])
    story.account.bounce(cheque, at.working_ago(2))


def whinfell(story: Story) -> None:
    """Paid one invoice twice, so the account is in credit."""
    at = story.setting
    treads = buy_for(story, at.ago(58), 123360)
    story.account.pay(at.ago(27), "transfer", [treads])
    story.account.receive(at.ago(13), "transfer", gbp(123360), [])
    buy_for(story, at.ago(5), 41040)
    story.talk(
        at.ago(9), Outcome.QUERY_TAKEN,
        "Told Robert that {inv} came twice. Leave it on the account, he says: there is an order "
        "for two flights coming.",
        {"inv": treads}, then="stays on the account for the next orders",
    )  # fmt: skip


def foyle(story: Story) -> None:
    """Pays before we saw: the deposit for the next set is here, the invoice is not."""
    at = story.setting
    story.account.receive(at.ago(6), "transfer", gbp(250000), [])
    story.talk(
        at.ago(8), Outcome.OPPORTUNITY,
        "Kit: staircase and gallery for a period piece, drawings follow. Sends {sum} up front as "
        "always.",
        {"sum": gbp(250000)}, then="deposit first, invoice on delivery", direction="in",
    )  # fmt: skip


def copperbeck(story: Story) -> None:
    """Doors came back, and were credited."""
    at = story.setting
    doors = buy_for(story, at.ago(52), 101820)
    story.account.credit(at.ago(40), gbp(15300), gbp(3060), doors)
    story.account.pay(at.ago(14), "transfer", [doors])
    fronts = buy_for(story, at.ago(18), 74280)
    story.account.credit(at.ago(9), gbp(5100), gbp(1020), fronts)
    call = story.talk(
        at.ago(43), Outcome.QUERY_TAKEN,
        "Lorna sends three veneered doors back from {inv}, edges lifting. Credit of {sum} "
        "follows once they are on the van.",
        {"inv": doors, "sum": gbp(18360)}, then=at.ago(40), direction="in",
    )  # fmt: skip
    story.we_promise(call, "Credit note for three doors on {inv}", {"inv": doors}, at.ago(40),
                     at.ago(40))  # fmt: skip


def lough_carran(story: Story) -> None:
    """Buys in euro for one shop and in sterling for another: two accounts, never added."""
    at = story.setting
    for months in range(13, 0, -1):
        buy(story, at.ago(months * 30 - 12), amount(story) // 2, currency="GBP")
    settle_account(story.account_in("GBP"), PAYERS["mixed"], at, all_of_it=False)


def underhay(story: Story) -> None:
    """Round sums on account: the latest do not say which invoices they are for."""
    latest = max((receipt.day for receipt in story.account.receipts), default=story.setting.posted)
    story.talk(
        latest, Outcome.PAYMENT_SENT,
        "Sam put another round sum in, “for whatever is oldest”. Asked him for the numbers next "
        "time; laughed, said yes.",
        then="the money is here, only not matched", direction="in",
    )  # fmt: skip


def belvaux(story: Story) -> None:
    """Late in euro, and kindly reminded in writing."""
    at = story.setting
    (shutters,) = buy(story, at.ago(51), 126400)
    buy(story, at.ago(16), 84250)
    story.talk(
        at.ago(13), Outcome.NO_ANSWER,
        "Reminder 1 in French, copy of {inv} attached. No answer.",
        {"inv": shutters}, then="rings next, Hélène at Aubrac says mornings are best",
        channel="email",
    )  # fmt: skip


def thistledown(story: Story) -> None:
    """Buys ovens' worth of joinery in three instalments, the first part of the latest is due."""
    at = story.setting
    counter = story.account.invoice(
        at.ago(33), Money(75000, "GBP"), Money(15000, "GBP"), "Shop counter"
    )
    story.talk(
        at.ahead(at.ago(33), 1), Outcome.ALL_WELL,
        "Courtesy call about {inv}: Nadia has the three days in her diary, 30, 60 and 90.",
        {"inv": counter[0]}, then="terms understood, nothing to follow up",
    )  # fmt: skip
