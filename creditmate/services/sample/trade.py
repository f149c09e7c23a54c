"""Two years of buying and paying, made up from a customer's habits."""

from collections import defaultdict
from datetime import date, timedelta

from creditmate.domain.dates import add_months
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import discount_offer
from creditmate.services.sample.account import Account, Entry
from creditmate.services.sample.habits import PAYERS, Manner, Payer, run_day
from creditmate.services.sample.story import Setting, Story

VAT = 20
"""Percent; nil on what is exported."""
_MONTH = 30.4
_RETURNED = 0.025  # of all invoices
_SMALLEST = 2500  # less is paid at the counter
_JOBS = (
    "Mill Lane plot", "Priory Park unit", "Canal Row no.", "Castle Hill flat", "Weir House room",
    "Station Parade no.",
)  # fmt: skip


def trade(story: Story, quiet: int) -> None:
    """Make up what was bought and paid until ``quiet`` days ago.

    With ``quiet`` of a day or more, everything bought has been paid for: what happened since
    then is for the customer's own story. With 0 the latest invoices are open as habit has it.
    """
    setting, firm = story.setting, story.firm
    first = setting.worked.next_working(add_months(setting.today, -firm.since))
    day = first + timedelta(days=setting.rng.randint(1, 9))
    last = setting.ago(max(quiet, 1))
    while day <= last:
        on = setting.worked.previous_working(day)
        if on >= first:
            buy(story, on, amount(story))
        day += timedelta(
            days=max(1, round(_MONTH / firm.per_month * setting.rng.uniform(0.4, 1.6)))
        )
    _returns(story)
    settle(story, PAYERS[firm.payer], all_of_it=quiet > 0)


def _returns(story: Story) -> None:
    """Credit a part of some invoices: a door sent back, a length split."""
    setting = story.setting
    for entry in story.account.invoices:
        if setting.rng.random() >= _RETURNED or entry.document is None or entry.part > 1:
            continue
        day = setting.ahead(entry.day, setting.rng.randint(4, 9))
        share = setting.rng.choice((5, 8, 10, 15, 20))
        if day <= setting.posted:
            net, tax = (
                money.scaled(share, 100) for money in (entry.document.net, entry.document.tax)
            )
            story.account.credit(day, net, tax, entry)


def amount(story: Story) -> int:
    """Return the net amount of an invoice, in minor units: a usual one, now and then a big one."""
    value = story.firm.typical * story.setting.rng.lognormvariate(0, 0.5)
    return max(round(value * 20) * 5, _SMALLEST)


def buy(
    story: Story, day: date, net_minor: int, currency: str = "", order_number: str | None = None
) -> list[Entry]:
    """Issue an invoice with VAT where it is due, and the customer's next order number."""
    currency = currency or story.firm.currency
    net = Money(net_minor, currency)
    taxed = currency == "GBP"
    tax = net.scaled(VAT, 100) if taxed else Money(0, currency)
    number = _order_number(story) if order_number is None else order_number
    return story.account_in(currency).invoice(day, net, tax, number)


def buy_for(story: Story, day: date, gross_minor: int) -> Entry:
    """Issue an invoice in pounds that comes to ``gross_minor``, VAT included."""
    gross = Money(gross_minor, "GBP")
    net = gross.scaled(100, 100 + VAT)
    (entry,) = story.account.invoice(day, net, gross - net, _order_number(story))
    return entry


def _order_number(story: Story) -> str:
    """Customers number their orders, prefix them, name the job, or do nothing of the kind."""
    rng, code = story.setting.rng, story.firm.code
    if not story.order:
        story.order = rng.randint(2_000, 41_000)
    story.order += rng.randint(2, 30)
    if code == "HAVE01":
        return f"HDC{story.order:06}"
    if code == "CALD01":
        return f"CS{story.order}"
    match sum(map(ord, code)) % 4:
        case 0:
            return f"PO {story.order}"
        case 1:
            return f"{rng.choice(_JOBS)} {rng.randint(1, 40)}"
        case 2 if story.firm.form == "sole_trader":
            return ""
        case _:
            return str(story.order)


def settle(story: Story, payer: Payer, *, all_of_it: bool) -> None:
    """Pay what is open in the customer's manner, up to the day to which cash is posted."""
    for account in story.accounts.values():
        settle_account(account, payer, story.setting, all_of_it=all_of_it)


def settle_account(account: Account, payer: Payer, setting: Setting, *, all_of_it: bool) -> None:
    """Pay what is open in one currency, like ``settle``."""
    if payer.manner is Manner.ROUND:
        _round_sums(account, payer, setting)
    elif payer.manner is Manner.DISCOUNT:
        _discounts(account, payer, setting)
    else:
        _pay_bills(account, payer, setting, all_of_it=all_of_it)


def _pay_bills(account: Account, payer: Payer, setting: Setting, *, all_of_it: bool) -> None:
    days: dict[date, list[tuple[Entry, Money]]] = defaultdict(list)
    for entry in account.invoices:
        for day, money in _payments(entry, payer, setting):
            on = min(day, setting.posted) if all_of_it else day
            if on <= setting.posted:
                days[max(on, entry.day)].append((entry, money))
    for day, parts in sorted(days.items()):
        sums = Money(sum(money.minor for _, money in parts), parts[0][1].currency)
        account.receive(day, payer.method, sums, parts)


def _payments(entry: Entry, payer: Payer, setting: Setting) -> list[tuple[date, Money]]:
    due = entry.due_day or entry.day
    progress = 1 - (setting.today - due).days / 730
    day = max(payer.pays_on(due, progress, setting.worked, setting.rng), entry.day)
    if payer.manner is not Manner.HALVES:
        return [(day, entry.open)]
    half = entry.open.scaled(1, 2)
    later = setting.worked.next_working(day + timedelta(days=setting.rng.randint(14, 22)))
    return [(day, half), (later, entry.open - half)]


def _discounts(account: Account, payer: Payer, setting: Setting) -> None:
    """Pay within the discount days, less the discount."""
    for entry in account.invoices:
        offer = discount_offer(account.terms, entry.day, entry.open)
        day = payer.pays_on(entry.due_day or entry.day, 1, setting.worked, setting.rng)
        if offer is None or day > setting.posted:
            continue
        if day > offer.day:
            account.pay(day, payer.method, [entry])
            continue
        paid = entry.open - offer.amount
        account.receive(day, payer.method, paid, [(entry, paid)])
        account.discount(day, entry, offer.amount)


def _round_sums(account: Account, payer: Payer, setting: Setting) -> None:
    """Pay about what is owed every few weeks, in hundreds; the latest sums name no invoice."""
    entries = account.invoices
    if not entries:
        return
    day = run_day(payer.run, entries[0].day + timedelta(days=35), setting.worked)
    while day <= setting.posted:
        known = [entry for entry in entries if entry.day <= day and entry.open]
        owed = sum(entry.open.minor for entry in known)
        ripe = sum(e.open.minor for e in known if (e.due_day or e.day) <= day + timedelta(days=7))
        minor = max(ripe // 10_000, 1) * 10_000
        if owed >= minor:
            amount_in = Money(minor, known[0].amount.currency)
            recent = (setting.today - day).days < 40
            to = [] if recent else _oldest_first(known, amount_in)
            account.receive(day, payer.method, amount_in, to)
        day = run_day(payer.run, day + timedelta(days=setting.rng.randint(18, 30)), setting.worked)


def _oldest_first(entries: list[Entry], money: Money) -> list[tuple[Entry, Money]]:
    found = []
    for entry in entries:
        if money.minor > 0:
            taken = min(entry.open, money)
            found.append((entry, taken))
            money -= taken
    return found
