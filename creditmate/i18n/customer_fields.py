"""Fields of customers, contacts and decisions by name, and what looks odd about what they hold."""

from collections.abc import Mapping

from creditmate.domain.doubts import Doubt, Odd
from creditmate.i18n.catalogue import N_, words

CUSTOMER_FIELDS: Mapping[str, str] = {
    "customer.code": N_("Code"),
    "customer.name": N_("Name"),
    "customer.trading_name": N_("Trading name"),
    "customer.company_number": N_("Company number"),
    "customer.tax_number": N_("Tax number"),
    "customer.industry": N_("Industry"),
    "customer.insurer": N_("Insurer"),
    "customer.insured": N_("Sum insured"),
    "customer.report_by_days": N_("Days to report to the insurer"),
    "customer.invoices_to": N_("Where invoices go"),
    "customer.approver": N_("Who approves"),
    "customer.pay_method": N_("How they pay"),
    "customer.account_at_theirs": N_("Our account at theirs"),
    "customer.locale": N_("Language and region"),
    "customer.region": N_("Part of the country, for its holidays"),
    "customer.grace_days": N_("Days of grace before following up"),
    "customer.remember": N_("Remember"),
    "customer.country": N_("Country"),
    "customer.currency": N_("Currency"),
    "customer.zone": N_("Time zone"),
    "customer.statement_day": N_("Statement day"),
    "customer.invoice_cut_off": N_("Cut-off for invoices"),
    "customer.tags": N_("Tags"),
    "customer.terms": N_("Terms"),
    "customer.payment_run": N_("Payment run"),
    "contact.name": N_("Name"),
    "contact.role": N_("Role"),
    "contact.best_time": N_("Best time"),
    "contact.notes": N_("Notes"),
    "contact.phone": N_("Telephone"),
    "contact.email": N_("E-mail"),
    "contact.confirmed_day": N_("Last confirmed"),
    "decision.reason": N_("Reason"),
    "put_off.reason": N_("Reason"),
    "put_off.until": N_("Put off until"),
    "put_off.line": N_("Put off"),
    "step.reason": N_("Reason"),
    "limit.amount": N_("Limit"),
    "customer.sites": N_("Billing address"),
    "limit.scope": N_("The group's limit"),
    "customer.group_limit": N_("The group's limit"),
    "limit.currency": N_("Currency"),
    "hold.kind": N_("Kind"),
    "hold.stops": N_("What it stops"),
    "hold.review_day": N_("Look at it again"),
    "hold.until_day": N_("Until"),
    "wish.contact": N_("Whose wish"),
    "wish.hours": N_("Hours"),
    "attachment.note": N_("Note"),
    "check.about": N_("Whom or what you asked"),
    "check.note": N_("Note"),
    "check.staff": N_("Who decided"),
    "check.review_day": N_("Look at it again"),
}
_ODD = {
    Odd.LENGTH: N_("“{found}” is not as long as such a number is."),
    Odd.FORM: N_("“{found}” is not written as such a number is."),
    Odd.CHECK_DIGIT: N_("The check digits of “{found}” do not fit: one may be wrong."),
    Odd.NO_SUCH_NUMBER: N_("“{found}” is no telephone number of that country."),
    Odd.POSTCODE: N_("“{found}” is not a postcode of that country."),
    Odd.INCOMPLETE: N_("Addresses of that country usually have this as well."),
    Odd.SAME_NUMBER: N_("{expected} has “{found}” too: is it the same customer?"),
    Odd.SAME_NAME: N_("{expected} is called so too: is it the same customer?"),
    Odd.CUT: N_("Papers have no room for all of it: it is cut short."),
    Odd.NOT_KNOWN: N_("Not known: until it is, the stricter rules for persons count."),
    Odd.HOLD_MISFITS: N_(
        "The customer is left in peace for a reason that does not fit this form: look at it again."
    ),
    Odd.NO_BREATHING_SPACE: N_(
        "A breathing space is not for business debts of a partnership, or of who is registered for"
        " VAT."
    ),
    Odd.TOO_LONG: N_("Too long to be kept: at most {expected} characters."),
    Odd.NOT_AN_EMAIL: N_("“{found}” is not an e-mail address. It has an @ and a dot."),
    Odd.NO_CHOICE: N_("“{found}” is none of the choices: choose what is meant."),
    Odd.NO_AMOUNT: N_("“{found}” is not an amount that can be read."),
    Odd.NO_DAY: N_("“{found}” is not a day that can be read."),
    Odd.DAY_AHEAD: N_("{found} has not come yet."),
    Odd.MISSING: N_("This was left empty."),
}
_SUCH_AS = frozenset({Odd.FORM, Odd.NO_SUCH_NUMBER, Odd.POSTCODE})


def doubt_words(doubt: Doubt, language: str) -> str:
    """Return what looks odd, and how it is usually written where that is known."""
    _ = words(language).gettext
    said = _(_ODD[doubt.odd]).format(found=doubt.found, expected=doubt.expected)
    if doubt.odd in _SUCH_AS and doubt.expected:
        said += " " + _("Such as: {example}.").format(example=doubt.expected)
    return said
