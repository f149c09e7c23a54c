"""Words of a customer's account with us: status, limit, insurance, group, and how it pays."""

from datetime import date

from creditmate.domain.credit_limits import Insurance, LimitUse
from creditmate.domain.customer_facts import CustomerFacts, HowTheyPay
from creditmate.domain.customer_status import Status
from creditmate.domain.money import Money
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_note, day_in_table, money
from creditmate.i18n.standing_words import payment_run_words, status_words


def status_line(facts: CustomerFacts, language: str, locale: str, as_at: date) -> str:
    """Return how we trade, since when and why: ``On stop since 3 Nov: cheque came back``."""
    _ = words(language).gettext
    said = status_words(facts.status, language)
    if facts.status_day is not None:
        day = day_in_note(facts.status_day, locale, as_at)
        said = _("{what} since {day}").format(what=said, day=day)
    if facts.status_reason:
        said = _("{what}: {why}").format(what=said, why=facts.status_reason)
    return said


def stop_line(why: str, language: str) -> str:
    """Return that a customer is on stop, and why: ``On stop: cheque came back``."""
    _, said = words(language).gettext, status_words(Status.ON_STOP, language)
    return _("{what}: {why}").format(what=said, why=why) if why else said


def limit_line(use: LimitUse | None, language: str, locale: str) -> str:
    """Return a limit and what stands against it: ``£10,000.00, used £9,248.40``."""
    _ = words(language).gettext
    if use is None:
        return _("No limit")
    limit, used = _symbols(locale, use.limit, use.used)
    said = _("{limit}, used {used}").format(limit=limit, used=used)
    if use.over is None:
        return said
    return said + ", " + over_words(use, language, locale)


def over_words(use: LimitUse, language: str, locale: str) -> str:
    """Return by how much a limit is passed; nothing while it is not."""
    if use.over is None:
        return ""
    (over,) = _symbols(locale, use.over)
    return words(language).gettext("over by {amount}").format(amount=over)


def insurance_line(insured: Insurance, language: str, locale: str, as_at: date) -> str:
    """Return what an insurer covers, and by when the oldest item has to be reported."""
    _ = words(language).gettext
    (amount,) = _symbols(locale, insured.insured)
    said = [_("{amount} with {insurer}").format(amount=amount, insurer=insured.insurer or "–")]
    if insured.uninsured:
        (left,) = _symbols(locale, insured.uninsured)
        said.append(_("{amount} not covered").format(amount=left))
    if insured.report_by is not None:
        day = day_in_table(insured.report_by, locale, as_at)
        said.append(_("report the oldest by {day}").format(day=day))
    return ", ".join(said)


def run_line(pays: HowTheyPay, language: str, locale: str, as_at: date) -> str:
    """Return the payment run and its next day: ``every Friday, next Fri 27 Nov``."""
    if pays.run is None:
        return ""
    said = payment_run_words(pays.run, language, locale, as_at)
    if pays.next_run is None:
        return said
    day = day_in_table(pays.next_run, locale, as_at)
    return words(language).gettext("{run}, next {day}").format(run=said, day=day)


def invoice_lines(pays: HowTheyPay, language: str) -> list[str]:
    """Return what an invoice must have to be paid: by which day, with what, and where it goes."""
    _ = words(language).gettext
    said = []
    if pays.order_required:
        said.append(_("need an order number"))
    if pays.invoices_to:
        said.append(_("go to {where}").format(where=pays.invoices_to))
    if pays.invoice_cut_off is not None:
        said.append(_("by day {day} of the month").format(day=pays.invoice_cut_off))
    if pays.approver:
        said.append(_("approved by {who}").format(who=pays.approver))
    return said


def group_line(facts: CustomerFacts, language: str) -> str:
    """Return to which head office a customer belongs, or which branches it has."""
    _ = words(language).gettext
    if facts.head_office is not None:
        return _("branch of {name}").format(name=facts.head_office.name)
    if not facts.branches:
        return ""
    names = ", ".join(branch.name for branch in facts.branches)
    return _("head office of {names}").format(names=names)


def _symbols(locale: str, *amounts: Money) -> tuple[str, ...]:
    return tuple(money(amount, locale, symbol=True) for amount in amounts)
