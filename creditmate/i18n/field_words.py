"""Fields of the settings by name, and why what was typed into one is refused."""

from collections.abc import Mapping

from creditmate.domain.errors import UserError
from creditmate.domain.refusals import Why
from creditmate.i18n.agreed_problems import AGREED_FIELDS, with_clause
from creditmate.i18n.agreement_problems import AGREEMENT_FIELDS, AGREEMENT_WHYS
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.contact_policy_words import POLICY_FIELDS
from creditmate.i18n.customer_fields import CUSTOMER_FIELDS
from creditmate.i18n.visit_report_words import REPORT_FIELDS

_FIELDS: Mapping[str, str] = {
    **AGREEMENT_FIELDS,
    **POLICY_FIELDS,
    **REPORT_FIELDS,
    "business.name": N_("Name"),
    "business.email": N_("E-mail"),
    "business.tax_number": N_("Tax number"),
    "business.iban": N_("IBAN"),
    "business.bic": N_("BIC"),
    "business.bank_sort_code": N_("Sort code"),
    "business.bank_account": N_("Account number"),
    "business.accent": N_("Colour of the letterhead"),
    "business.logo": N_("Logo"),
    "business.country": N_("Country"),
    "business.currency": N_("Currency"),
    "business.address": N_("Address"),
    "business.trade_line": N_("Line of trade"),
    "business.legal_line": N_("Legal line"),
    "business.phone": N_("Telephone"),
    "business.contact_name": N_("Contact for questions"),
    "business.bank_payee": N_("Paid to"),
    "business.books_kept": N_("Where the books are kept"),
    "business.zone": N_("Time zone"),
    "business.locale": N_("Language and region"),
    "business.region": N_("Part of the country, for its holidays"),
    "staff.name": N_("Name"),
    "staff.email": N_("E-mail"),
    "staff.initials": N_("Initials"),
    "staff.role": N_("Role"),
    "staff.phone": N_("Telephone"),
    "staff.signature": N_("Signature"),
    "cover.note": N_("Note"),
    "staff.os_login": N_("Login at the computer"),
    "staff.archive": N_("Leaving"),
    "cover.staff": N_("Who is away"),
    "cover.by": N_("Who stands in"),
    "cover.days": N_("From and to"),
    "cover.from_day": N_("From"),
    "cover.to_day": N_("Up to"),
    "numbering.pattern": N_("Pattern"),
    "numbering.start": N_("Next number"),
    "history.period": N_("Period"),
    "terms": N_("Terms"),
    "settings.contact_from": N_("Contact nobody below"),
    "settings.print_from": N_("Print no statement below"),
    "settings.claim_transfer": N_("By transfer"),
    "settings.claim_card": N_("By card"),
    "settings.claim_cheque": N_("By cheque and otherwise"),
    "settings.terms": N_("Usual terms"),
    "settings.grace_days": N_("After the day of a promise"),
    "settings.longest_pause": N_("A call-back pauses at most"),
    "settings.courtesy_window": N_("Courtesy calls, days ahead"),
    "settings.courtesy_days": N_("Expected days late"),
    "settings.follow_up_after": N_("Days after the due date"),
    "settings.plan_parts_alone": N_("Parts of a plan, at most"),
    "settings.discount_alone": N_("A discount, at most"),
    "settings.visit_hour": N_("An hour, on the way too"),
    "settings.visit_distance": N_("A mile, or a kilometre"),
    "settings.interest_from": N_("From so much for an invoice"),
    "settings.interest_days": N_("Days after its payment"),
    "tax.code": N_("Code"),
    "tax.name": N_("Name"),
    "tax.kind": N_("Kind"),
    "tax.rate": N_("Rate"),
    "tax.from_day": N_("From"),
    "rate.currency": N_("Currency"),
    "rate.rate": N_("Rate"),
    "rate.day": N_("Day"),
    "reference.series": N_("Rate of"),
    "reference.from_day": N_("Half-year from"),
    "reference.percent": N_("Rate"),
    "reference.source": N_("Where it was read"),
    "interest.choice": N_("Interest"),
    "interest.reason": N_("Reason"),
}
_WHYS: Mapping[Why, str] = {
    **AGREEMENT_WHYS,
    Why.EMPTY: N_("{field}: fill this in."),
    Why.TOO_LONG: N_("{field}: at most {most} characters are possible."),
    Why.UNSEEN: N_(
        "{field}: there is a character in it that nobody can see. Type it anew instead of pasting."
    ),
    Why.NOT_POSSIBLE: N_("{field}: “{found}” is not possible."),
    Why.NOT_AN_EMAIL: N_("{field}: “{found}” is not an e-mail address. It has an @ and a dot."),
    Why.CHECK_DIGITS: N_(
        "{field}: “{found}” cannot be right, its check digits do not fit. A digit is wrong, missing"
        " or in another place."
    ),
    Why.WRONG_FORM: N_("{field}: “{found}” has not the form of such a number."),
    Why.TAKEN: N_("{field}: {by} has “{found}” already."),
    Why.TWICE: N_("{field}: there can be only one."),
    Why.IN_USE: N_("{field}: sums were recorded in {found}, so it stays."),
    Why.TOO_PALE: N_(
        "{field}: {found} is too pale to be read on white paper. Choose a darker one (contrast"
        " {least} : 1 or more)."
    ),
    Why.NOT_A_COLOUR: N_("{field}: “{found}” is not a colour such as #1F4B57."),
    Why.NOT_A_PICTURE: N_("{field}: the file is no picture that can be printed: PNG or JPEG."),
    Why.TOO_MANY_BYTES: N_("{field}: the file is too large. At most {most} bytes are possible."),
    Why.TOO_MANY_PIXELS: N_("{field}: the picture has too many dots. At most {most} are possible."),
    Why.VANISHES: N_("{field}: nearly nothing of it is seen on white paper in black and white."),
    Why.STILL_OWNS: N_(
        "{field}: {count} customers are still looked after by this person. Give them to somebody"
        " else first."
    ),
    Why.STILL_COVERS: N_(
        "{field}: this person stands in for {by} to {to_day}. Let somebody else do that first."
    ),
    Why.DAYS_TURNED: N_("{field}: the last day is before the first."),
    Why.HIMSELF: N_("{field}: nobody stands in for themselves."),
    Why.OVERLAPS: N_("{field}: {by} stands in from {from_day} to {to_day} already."),
    Why.PATTERN: N_(
        "{field}: “{found}” is no pattern. It has the counter once, and the year too where it has a"
        " month or a day, such as {example}."
    ),
    Why.GIVES_TWICE: N_(
        "{field}: this would give “{found}” twice, and a number stays one paper's."
    ),
    Why.START_TOO_LOW: N_("{field}: numbers below {least} are used. Go on from there or higher."),
    Why.DAY_TAKEN: N_("{field}: there is a rate from {day} already. Change that one."),
    Why.DAY_AHEAD: N_("{field}: {day} has not come yet."),
    Why.HOME_CURRENCY: N_("{field}: {found} is the home currency; its rate is always 1."),
    Why.HALF_YEAR: N_(
        "{field}: {found}: a rate counts for a half-year. Expected a first of January or July."
    ),
    Why.RATE: N_("{field}: “{found}” is not a rate that this can have."),
    Why.KIND_CHANGES: N_(
        "{field}: a code stays of one kind. Take another code for what is taxed otherwise."
    ),
    Why.OUTSIDE: N_("{field}: “{found}” is not possible. From {least} to {most} is."),
    Why.OUR_PROMISE_LATE: N_(
        "{field}: what we promised {found} is late. That comes first and is not put off: keep it,"
        " or agree another day with them."
    ),
    Why.STEP_TURNED: N_(
        "{field}: “{found}” days is no later than the step before it. Each step comes after the"
        " milder ones."
    ),
    Why.HOURS_TURNED: N_("{field}: “{found}” is no later than when it begins."),
    Why.OUT_OF_BOUNDS: N_("{field}: “{found}” is not possible here."),
    Why.TOO_MANY: N_("{field}: at most {most} are possible."),
    Why.CLAUSE_TWICE: N_("{field}: “{clause}” is marked twice. One kind of clause is marked once."),
    Why.NO_SUCH_CLAUSE: N_("{field}: the wording has no clause with the number {found}."),
    Why.BEFORE_LAST: N_("{field}: the version before it is in effect from {day}. Not before that."),
    Why.SAME_AS: N_("{field}: it is word for word that of version {number}."),
    Why.AGREES_TO_NOTHING: N_(
        "{field}: by conduct nobody agrees to a clause by name. Leave them out, or say how it was"
        " agreed."
    ),
    Why.NOT_IN_VERSION: N_("{field}: “{clause}” is not among the clauses of this version."),
    Why.INCOMPLETE: N_(
        "{field}: the application does not say who accepted which terms, and when. It takes the box"
        " about the terms, a name, and a day that is not to come."
    ),
}


def field_title(field: str, language: str) -> str:
    """Return what a field is called; as it is given where nobody knows it."""
    known = _FIELDS.get(field) or CUSTOMER_FIELDS.get(field) or AGREED_FIELDS.get(field)
    return words(language).gettext(known) if known else field


def field_words(error: UserError, language: str) -> str:
    """Return the message of a refused field; its facts are filled in by the caller."""
    _ = words(language).gettext
    name = field_title(str(error.facts["field"]), language)
    message = with_clause(_(_WHYS[Why(str(error.facts["why"]))]), error, language)
    return message.replace("{field}", name.replace("{", "{{").replace("}", "}}"), 1)
