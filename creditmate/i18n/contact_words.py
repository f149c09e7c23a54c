"""Words of the people at a customer's: what they may decide, and how they like to be met."""

from datetime import date

from creditmate.domain.contact_form import Authority, ContactForm, Discuss, PhoneKind, Preferred
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note

Offers = list[tuple[str, str]]
_AUTHORITY = {
    Authority.UNKNOWN: N_("Not known"),
    Authority.DECIDES: N_("Decides"),
    Authority.PAYS: N_("Handles payments"),
    Authority.NONE: N_("Decides nothing"),
}
_DISCUSS = {
    Discuss.UNKNOWN: N_("Not asked yet"),
    Discuss.YES: N_("May discuss the account"),
    Discuss.NO: N_("May not discuss the account"),
}
_CHANNELS = {
    Preferred.CALL: N_("By telephone"),
    Preferred.EMAIL: N_("By e-mail"),
    Preferred.LETTER: N_("By letter"),
    Preferred.TEXT: N_("By text message"),
}
_PHONES = {
    PhoneKind.OFFICE: N_("Office"),
    PhoneKind.MOBILE: N_("Mobile"),
    PhoneKind.OTHER: N_("Other number"),
}


def authorities(language: str) -> Offers:
    """Return what somebody may decide."""
    return [(code.value, words(language).gettext(text)) for code, text in _AUTHORITY.items()]


def discussions(language: str) -> Offers:
    """Return whether the account may be discussed with somebody."""
    return [(code.value, words(language).gettext(text)) for code, text in _DISCUSS.items()]


def channels(language: str) -> Offers:
    """Return how somebody may like to be approached."""
    return [(code.value, words(language).gettext(text)) for code, text in _CHANNELS.items()]


def phone_kinds(language: str) -> Offers:
    """Return where a telephone may ring."""
    return [(code.value, words(language).gettext(text)) for code, text in _PHONES.items()]


def phone_kind_words(kind: PhoneKind, language: str) -> str:
    """Return where a telephone rings: ``Mobile``."""
    return words(language).gettext(_PHONES[kind])


def discuss_words(discuss: Discuss, language: str) -> str:
    """Return whether the account may be discussed with somebody."""
    return words(language).gettext(_DISCUSS[discuss])


def channel_words(channel: Preferred, language: str) -> str:
    """Return how somebody likes to be approached."""
    return words(language).gettext(_CHANNELS[channel])


def person_line(form: ContactForm, language: str) -> str:
    """Return what a person does, and what they may decide: ``Purchase ledger, decides``."""
    may = "" if form.authority is Authority.UNKNOWN else _AUTHORITY[form.authority]
    _ = words(language).gettext
    return ", ".join(part for part in (form.role, _(may).lower() if may else "") if part)


def confirmed_words(form: ContactForm, language: str, locale: str, as_at: date) -> str:
    """Return when a person's details were last found to be right."""
    _ = words(language).gettext
    if form.confirmed_day is None:
        return _("not confirmed yet")
    if form.confirmed_day == as_at:
        return _("confirmed today")
    day = day_in_note(form.confirmed_day, locale, as_at)
    return _("confirmed {day}").format(day=day)
