"""What becomes of interest: charged on notes, waived, ended with its invoice, or taken back."""

from collections.abc import Sequence
from datetime import date

from creditmate.cli import answers
from creditmate.cli.invoice_issue_command import say_unwritten, see_readable
from creditmate.cli.session import Session
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_events import EventKind
from creditmate.domain.interest_refusals import InterestWhy, interest_refused
from creditmate.domain.money import Money
from creditmate.i18n.bidi import plain, sentences
from creditmate.i18n.formats import money, number
from creditmate.services.document_delivery import pdf_name, see_writable
from creditmate.services.interest_run import Charged, InterestRun
from creditmate.services.interest_writing import What
from creditmate.services.invoice_issue import InvoiceIssue


def is_deed(session: Session) -> bool:
    """Whether something is to be done, not only shown."""
    asked = session.arguments
    return asked.charge or asked.waive or asked.end or asked.undo is not None


def do(session: Session) -> int:
    """Do what was said with the interest of the invoices that were named.

    Raises:
        UserError: ``BAD_OPTION``: no invoices are named, or more than what is to be done takes;
            what the use-cases raise. Nothing is done then.
    """
    asked = session.arguments
    if asked.undo is not None:
        return _undo(session)
    option = "--charge" if asked.charge else "--waive" if asked.waive else "--end"
    if asked.all or not (asked.number or asked.customer or asked.small):
        raise _bad(option, "NUMBER, --customer, --small", "--all" if asked.all else "")
    if asked.charge and asked.small:
        raise _bad("--charge", "NUMBER, --customer", "--small")
    if asked.end and (asked.only or asked.as_at):
        raise _bad("--end", "", "--only" if asked.only else "--as-at")
    session.open_to_write()
    as_at = session.as_at()
    entries = [one.debt.entry for one in _meant(session, as_at)]
    if not entries:
        raise interest_refused(InterestWhy.NONE_MEANT)
    return _charge(session, entries, as_at) if asked.charge else _give_up(session, entries, as_at)


def see_one_choice(session: Session) -> None:
    """Refuse invoices by number beside another choice of them.

    Raises:
        UserError: ``BAD_OPTION``.
    """
    asked = session.arguments
    for option in ("customer", "small", "all"):
        if asked.number and getattr(asked, option):
            raise UserError(Problem.BAD_OPTION, option=f"--{option}", found=" ".join(asked.number))


def _bad(option: str, expected: str, found: str) -> UserError:
    return UserError(Problem.BAD_OPTION, option=option, found=found, expected=expected)


def _meant(session: Session, as_at: date) -> Sequence[LateInterest]:
    """What is left of the invoices named, of a customer's worth deciding, or of the small ones."""
    asked, service = session.arguments, session.program.interest
    if asked.number:
        numbers: list[str] = list(dict.fromkeys(asked.number))
        found = [
            one
            for typed in numbers
            for one in session.ask(lambda: service.of_number(typed, as_at))  # noqa: B023 - asked and answered within the turn
        ]
        left = [one for one in found if one.left.total]
        return left or found  # which is refused with its reason
    heaps = session.ask(lambda: service.to_decide(as_at, code=asked.customer or ""))
    heap = heaps.small if asked.small else heaps.listed
    return [one for one in heap if one.is_paid or not asked.end]


def _charge(session: Session, entries: Sequence[int], as_at: date) -> int:
    """Issue a note for each invoice; whatever can be refused is refused before the first."""
    asked, program = session.arguments, session.program
    plans = session.ask(lambda: program.interest.plan(entries, as_at, _what(asked.only)))
    if asked.out is not None:
        see_writable(asked.out / pdf_name("0", plans[0].customer.code))
    if not asked.despite:
        for plan in plans:
            see_readable(session, plan)
    run = InterestRun(InvoiceIssue(program.invoicing, session.ask))
    try:
        run.charge(plans, asked.out)
    finally:  # what is issued is told, whatever came then
        _say_charged(session, run.done)
    return 1 if any(one.trouble for one in run.done) else 0


def _what(only: str | None) -> What:
    return What(interest=only != "fixed", fixed=only != "interest")


def _say_charged(session: Session, done: Sequence[Charged]) -> None:
    if session.wants_json:
        session.say_json({"charged": [_charged(one) for one in done]})
    text = session.translate("Charge note {number} issued for {invoice}: {amount} from {name}.")
    for one in done:
        if not session.wants_json:
            said = text.format(
                number=one.number,
                invoice=_invoice(one) or "–",
                amount=money(one.plan.totals.gross, session.locale, symbol=True),
                name=one.plan.customer.name,
            )
            session.say(said)
        if one.trouble is not None:
            say_unwritten(session, one.number, one.trouble)


def _charged(one: Charged) -> answers.Json:
    return {
        "number": one.number,
        "for": _invoice(one),
        "code": one.plan.customer.code,
        "amount": answers.money(one.plan.totals.gross),
        "file": None if one.path is None else str(one.path),
    }


def _invoice(one: Charged) -> str | None:
    belongs = one.plan.paper.belongs
    return None if belongs is None else belongs.number


# ---------------------------------------------------------------- given up
def _give_up(session: Session, entries: Sequence[int], as_at: date) -> int:
    """Waive it, or let it end with its invoices: all of them in one action, or none."""
    asked, service = session.arguments, session.program.interest
    if asked.waive:
        what = _what(asked.only)
        settled = session.ask(lambda: service.waive(entries, as_at, asked.because, what))
    else:
        settled = session.ask(lambda: service.cancel(entries, asked.because))
    if session.wants_json:
        session.say_json(
            {
                "kind": settled.kind.value,
                "count": settled.invoices,
                "amounts": [answers.money(one) for one in settled.sums],
                "action": settled.done.action,
            }
        )
        return 0
    catalogue = session.catalogue
    text = catalogue.ngettext(
        "Waived on {count} invoice: {amount}.",
        "Waived on {count} invoices: {amount}.",
        settled.invoices,
    )
    if settled.kind is EventKind.CANCELLED:
        text = catalogue.ngettext(
            "Ended with {count} invoice: {amount}.",
            "Ended with {count} invoices: {amount}.",
            settled.invoices,
        )
    said = text.format(
        count=number(settled.invoices, session.locale), amount=_said(session, settled.sums)
    )
    undo = session.translate("To take it back: interest --undo {action}")
    session.say(plain(sentences([said, undo.format(action=settled.done.action)])))
    return 0


def _undo(session: Session) -> int:
    session.open_to_write()
    action = session.arguments.undo
    session.ask(lambda: session.program.interest.undo(action))
    if session.wants_json:
        session.say_json({"undone": action})
    else:
        session.say(session.translate("It is taken back: the interest is to decide again."))
    return 0


def _said(session: Session, amounts: Sequence[Money]) -> str:
    return ", ".join(money(one, session.locale, symbol=True) for one in amounts)
