"""Terms and conditions in words: clauses, how they were accepted, as what, and how it stands."""

from collections.abc import Iterable
from datetime import date

from creditmate.domain.acceptance import Acceptance, Capacity, Method, Sent, Way
from creditmate.domain.folding import folded_words
from creditmate.domain.terms import TICKED, Clause, ClauseKind, Per, TermsVersion
from creditmate.domain.terms_standing import Standing, State
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_note, day_long, decimal_figures, number

_CLAUSES = {
    ClauseKind.PAYMENT: N_("When to pay"),
    ClauseKind.CREDIT_LIMIT: N_("Credit limit"),
    ClauseKind.COMPLAINTS: N_("If something is wrong"),
    ClauseKind.INTEREST: N_("Interest when late"),
    ClauseKind.FIXED_SUMS: N_("Fixed sums when late"),
    ClauseKind.COSTS: N_("Costs of recovery"),
    ClauseKind.RETENTION_OF_TITLE: N_("Goods until paid"),
    ClauseKind.GUARANTEE: N_("Personal guarantee"),
    ClauseKind.JURISDICTION: N_("Law and courts"),
    ClauseKind.OTHER: N_("Also agreed"),
}
_MARKED = {
    ClauseKind.PAYMENT: N_("Payment"),
    ClauseKind.CREDIT_LIMIT: N_("Credit limit"),
    ClauseKind.COMPLAINTS: N_("Complaints"),
    ClauseKind.INTEREST: N_("Interest"),
    ClauseKind.FIXED_SUMS: N_("Fixed sums"),
    ClauseKind.COSTS: N_("Collection costs"),
    ClauseKind.RETENTION_OF_TITLE: N_("Retention of title"),
    ClauseKind.GUARANTEE: N_("Guarantee"),
    ClauseKind.JURISDICTION: N_("Jurisdiction"),
    ClauseKind.OTHER: N_("Other"),
}
_METHODS = {
    Method.SIGNED_APPLICATION: N_("signed credit application"),
    Method.SIGNED_TERMS: N_("signed terms"),
    Method.TICKED: N_("ticked box, with its record"),
    Method.EMAIL: N_("e-mail saying “agreed”"),
    Method.QUOTE: N_("accepted quote that names the terms"),
    Method.CONDUCT: N_("by conduct only"),
}
_SHORT = {
    Method.SIGNED_APPLICATION: N_("signed {day}"),
    Method.SIGNED_TERMS: N_("signed {day}"),
    Method.TICKED: N_("ticked {day}"),
    Method.EMAIL: N_("agreed by e-mail {day}"),
    Method.QUOTE: N_("agreed by quote {day}"),
    Method.CONDUCT: N_("by conduct only"),
}
_CAPACITIES = {
    Capacity.OWNER: N_("owner"),
    Capacity.DIRECTOR: N_("director"),
    Capacity.PARTNER: N_("partner"),
    Capacity.SECRETARY: N_("company secretary"),
    Capacity.MANAGER: N_("manager"),
    Capacity.EMPLOYEE: N_("employee"),
    Capacity.AGENT: N_("agent"),
    Capacity.UNKNOWN: N_("capacity not known"),
}
_WAYS = {
    Way.POST: N_("by post"),
    Way.EMAIL: N_("by e-mail"),
    Way.BY_HAND: N_("by hand"),
    Way.OTHER: N_("otherwise"),
}
_STATES = {
    State.NONE: N_("No proof of terms"),
    State.SENT_NOT_RETURNED: N_("Terms sent, not returned"),
    State.CONDUCT_ONLY: N_("Terms by conduct only"),
    State.ON_OLD_VERSION: N_("On an old version"),
    State.GOOD: N_("Terms accepted"),
}


def clause_title(kind: ClauseKind, language: str) -> str:
    """Return what a clause is called where customers read it: ``Interest when late``."""
    return words(language).gettext(_CLAUSES[kind])


def clause_name(kind: ClauseKind, language: str) -> str:
    """Return what a clause is called among ourselves: ``Interest``."""
    return words(language).gettext(_MARKED[kind])


def clause_names(kinds: Iterable[ClauseKind], language: str) -> str:
    """Return the names of several clauses that were agreed to one by one."""
    chosen = set(kinds)
    return ", ".join(clause_name(kind, language) for kind in TICKED if kind in chosen)


def rate_words(clause: Clause, language: str, locale: str) -> str:
    """Return what rate a clause about interest sets; '' where it sets none."""
    if clause.rate is None:
        return ""
    _ = words(language).gettext
    decimals = max(-int(clause.rate.normalize().as_tuple().exponent), 0)
    said = _("{rate} % a month") if clause.per is Per.MONTH else _("{rate} % a year")
    return said.format(rate=decimal_figures(clause.rate, decimals, locale))


def method_words(method: Method, language: str) -> str:
    """Return how terms were accepted."""
    return words(language).gettext(_METHODS[method])


def capacity_words(capacity: Capacity, language: str) -> str:
    """Return as what somebody accepted."""
    return words(language).gettext(_CAPACITIES[capacity])


def capacity_said(position: str, *languages: str) -> Capacity:
    """Return the capacity that a position names in one of these languages: Managing Director."""
    written = set(folded_words(position))
    for capacity in Capacity:
        for language in languages:
            named = set(folded_words(capacity_words(capacity, language)))
            if named <= written:
                return capacity
    return Capacity.UNKNOWN


def way_words(way: Way, language: str) -> str:
    """Return how terms were sent."""
    return words(language).gettext(_WAYS[way])


def state_words(state: State, language: str) -> str:
    """Return how well a customer's terms are proved."""
    return words(language).gettext(_STATES[state])


def version_words(version: TermsVersion, language: str, locale: str) -> str:
    """Return what a version is called: ``Terms of trade, version 3 of 1 October 2026``."""
    said = words(language).gettext("{title}, version {number} of {day}")
    return said.format(
        title=version.title,
        number=number(version.number, locale),
        day=day_long(version.effective_day, locale),
    )


def version_short(version: TermsVersion, language: str, locale: str) -> str:
    """Return what a version is called where its day does not matter: ``Terms of trade v3``."""
    said = words(language).gettext("{title} v{number}")
    return said.format(title=version.title, number=number(version.number, locale))


def standing_short(standing: Standing, language: str, locale: str, as_at: date) -> str:
    """Return in a few words how the terms are proved: ``signed 4 Mar 2025``."""
    _ = words(language).gettext
    if standing.governing is not None:
        proof = standing.governing.proof
        day = day_in_note(proof.day, locale, as_at)
        said = _(_SHORT[proof.method]).format(day=day)
        old = standing.newer is not None
        return _("{how}, an old version").format(how=said) if old else said
    if standing.awaited is not None:
        day = day_in_note(standing.awaited.day, locale, as_at)
        return _("sent {day}, not returned").format(day=day)
    return _("no proof")


def accepted_words(one: Acceptance, language: str, locale: str, as_at: date) -> str:
    """Return who accepted, as what, when and how."""
    _ = words(language).gettext
    how, day = method_words(one.method, language), day_in_note(one.day, locale, as_at)
    if not one.by_whom:
        return _("{day}, {how}").format(day=day, how=how)
    if one.capacity is Capacity.UNKNOWN:
        return _("{who}, {day}, {how}").format(who=one.by_whom, day=day, how=how)
    role = capacity_words(one.capacity, language)
    return _("{who} ({role}), {day}, {how}").format(who=one.by_whom, role=role, day=day, how=how)


def sent_words(one: Sent, language: str, locale: str, as_at: date) -> str:
    """Return when, how and to whom terms were sent."""
    _ = words(language).gettext
    day, way = day_in_note(one.day, locale, as_at), way_words(one.way, language)
    if one.to_whom:
        return _("{day} {way} to {who}").format(day=day, way=way, who=one.to_whom)
    return _("{day} {way}").format(day=day, way=way)
