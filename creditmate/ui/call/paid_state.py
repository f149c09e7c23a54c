"""What a call form makes of what they say to have paid; knows no toolkit."""

from dataclasses import replace
from datetime import date

from creditmate.domain.claims import SaidPaid, believed_until
from creditmate.domain.money import Money
from creditmate.domain.receipts import Method
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_sheets import CallSheet


def method_of(typed: TypedCall) -> Method:
    """Return how they say they paid: by transfer unless they say otherwise."""
    return Method(typed.paid_method or Method.TRANSFER)


def promised_method(typed: TypedCall) -> Method | None:
    """Return how they mean to pay what they promise, if they said so."""
    return Method(typed.method) if typed.method else None


def said_paid(typed: TypedCall, paid: Money | None, paid_on: date | None) -> SaidPaid | None:
    """Return what they tell of it; nothing told is all that was spoken of, today."""
    method, reference = method_of(typed), typed.paid_reference.strip()
    if not (paid or paid_on or reference or method is not Method.TRANSFER):
        return None
    return SaidPaid(method, paid_on, reference, paid)


def read_back(said: SaidPaid | None, today: date) -> SaidPaid:
    """Return it as it is read back: on a day, today if they name none."""
    told = said or SaidPaid()
    return replace(told, paid_on=told.paid_on or today)


def waits_until(sheet: CallSheet, typed: TypedCall, paid_on: date | None, today: date) -> date:
    """Return until when money that is said to be sent is waited for."""
    days = sheet.claim_days.of(method_of(typed).value)
    return believed_until(min(paid_on or today, today), today, days, sheet.calendar)
