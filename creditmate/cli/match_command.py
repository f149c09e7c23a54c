"""``match`` and ``payments``: money not matched with what it seems to be for, and all payments."""

from creditmate.cli import answers
from creditmate.cli.pay_command import payment_lines
from creditmate.cli.payment_answers import payment_answer, payment_row_answer
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.allocation_plan import Setting
from creditmate.domain.allocation_suggestion import Fit
from creditmate.domain.money import Money
from creditmate.domain.payment_list import PaymentNarrow, PaymentRow, PaymentsWanted
from creditmate.domain.proposals import Match
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.labels import entry_label
from creditmate.i18n.payment_words import age_words, credit_words, fit_words, method_words

_SURE = frozenset({Fit.NAMED, Fit.EXACT_ITEM, Fit.EXACT_SUM})
"""What ``--apply`` sets without asking, where nothing else fits as well."""


def match(session: Session) -> int:
    """Show unmatched money with what it seems to be for; set what is sure if told to."""
    applying = session.arguments.apply
    session.open_to_write() if applying else session.open_to_read()
    allocating, code = session.program.allocating, session.arguments.code
    rows = session.ask(lambda: allocating.worksheet(code))
    done = None
    if applying and (settings := [one for row in rows for one in _sure(row)]):
        done = session.ask(lambda: allocating.apply(settings))
    if session.wants_json:
        session.say_json(
            {
                "matches": [_match_answer(row) for row in rows],
                "action": None if done is None else done.action,
            }
        )
        return 0
    _print_matches(session, rows)
    if applying:
        _say_applied(session, rows, None if done is None else done.action)
    return 0


def _sure(row: Match) -> list[Setting]:
    proposal = row.proposal
    if proposal is None or proposal.fit not in _SURE or not proposal.only:
        return []
    return [
        Setting(row.credit.entry_id, part.item.entry_id, part.amount)
        for part in proposal.items
        if part.amount
    ]


def _print_matches(session: Session, rows: list[Match]) -> None:
    _ = session.translate
    if not rows:
        session.say(_("All money and credits are matched."))
    for row in rows:
        credit = row.credit
        head = "{who}: {amount}, {what} ({age})"
        session.say(
            head.format(
                who=who(credit.code, credit.name),
                amount=_money(session, credit.open),
                what=credit_words(credit, session.language),
                age=age_words(credit.age_days, session.language, session.locale),
            )
        )
        if row.proposal is None:
            continue
        for part in row.proposal.items:
            if part.amount:
                label = entry_label(part.item.kind, part.item.number, session.language)
                session.say(f"  {_money(session, part.amount)}  {label}")
        session.say(f"  {fit_words(row.proposal, session.language)}")


def _say_applied(session: Session, rows: list[Match], action: int | None) -> None:
    _ = session.translate
    if action is None:
        session.say(_("Nothing is sure enough to be set without looking."))
        return
    count = sum(bool(_sure(row)) for row in rows)
    text = session.catalogue.ngettext("{count} is matched.", "{count} are matched.", count)
    session.say(text.format(count=count))
    session.say(_("To take it back: pay undo {action}").format(action=action))


def _match_answer(row: Match) -> answers.Json:
    credit, proposal = row.credit, row.proposal
    return {
        "entry": credit.entry_id,
        "payment": credit.receipt_id,
        "code": credit.code,
        "kind": credit.kind.value,
        "number": credit.number,
        "payer": credit.payer,
        "reference": credit.reference,
        "day": answers.day(credit.day),
        "age_days": credit.age_days,
        "open": answers.money(credit.open),
        "held_for": credit.held_for,
        "fit": None if proposal is None or proposal.fit is None else proposal.fit.value,
        "only": proposal is not None and proposal.only,
        "sure": bool(_sure(row)),
        "parts": [
            {
                "entry": part.item.entry_id,
                "number": part.item.number,
                "amount": answers.money(part.amount),
            }
            for part in (proposal.items if proposal else ())
            if part.amount
        ],
    }


# ------------------------------------------------------------------ payments
def payments(session: Session) -> int:
    """List payments, or show one."""
    session.open_to_read()
    lists, as_at = session.program.payment_lists, session.as_at()
    if session.arguments.id is not None:
        receipt = session.arguments.id
        detail = session.ask(lambda: lists.detail(receipt, as_at))
        if session.wants_json:
            session.say_json(payment_answer(detail))
        else:
            session.say_lines(payment_lines(session, detail))
        return 0
    wanted, limit = _wanted(session), session.arguments.limit
    listing = session.ask(lambda: lists.listing(wanted, as_at))
    rows = session.ask(lambda: lists.rows(listing.ids[:limit], as_at))
    if session.wants_json:
        session.say_json(
            {
                "count": len(listing.ids),
                "payments": [payment_row_answer(row) for row in rows],
                "totals": [answers.money(amount) for amount in listing.totals],
                "open": [answers.money(amount) for amount in listing.open],
            }
        )
        return 0
    _print_rows(session, rows, listing.open)
    return 0


def _wanted(session: Session) -> PaymentsWanted:
    arguments = session.arguments
    days = {
        name: session.day(text, option, Towards.PAST)
        for name, option in (("first", "--from"), ("last", "--until"))
        if (text := getattr(arguments, name)) is not None
    }
    return PaymentsWanted(
        narrow=PaymentNarrow(arguments.only),
        method=arguments.method,
        code=arguments.customer,
        text=arguments.text,
        first=days.get("first"),
        last=days.get("last"),
    )


def _print_rows(session: Session, rows: list[PaymentRow], left: tuple[Money, ...]) -> None:
    _ = session.translate
    heads = ["", _("Received"), _("Customer"), _("Method"), _("Reference"), _("Amount"),
             _("Not matched")]  # fmt: skip
    cells = [
        [
            str(row.id),
            day_short(row.day, session.locale),
            ", ".join(row.codes),
            _("returned") if row.bounced_day else method_words(row.method, session.language),
            row.reference or row.payer,
            _money(session, row.amount),
            _money(session, row.open) if row.open else "–",
        ]
        for row in rows
    ]
    if not rows:
        session.say(_("There are no such payments."))
        return
    session.say_lines(table(heads, cells, "rllllrr"))
    for amount in left:
        session.say(_("Not matched: {amount}").format(amount=_money(session, amount)))


def _money(session: Session, amount: Money) -> str:
    return money(amount, session.locale, symbol=True)
