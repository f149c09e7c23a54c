"""The brief's part about a customer's standing: decisions, wishes, its group and how it pays."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import who
from creditmate.domain.credit_limits import Exposure, LimitUse
from creditmate.domain.customer_facts import CustomerFacts, HowTheyPay, Named
from creditmate.domain.customer_status import Status
from creditmate.domain.payment_runs import run_text
from creditmate.i18n.customer_words import legal_form_words
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.standing_words import (
    hold_words,
    payment_run_words,
    rest_words,
    status_words,
    whose_wish_words,
)
from creditmate.services.customers import Brief


def standing_lines(session: Session, brief: Brief) -> Iterator[str]:
    """Yield what stands beside the money, nothing of what is as usual."""
    yield from _decided(session, brief)
    yield from _limits(session, brief.facts)
    yield from _group(session, brief.facts)
    yield from _pays(session, brief)
    yield from _who(session, brief.facts)


def _decided(session: Session, brief: Brief) -> Iterator[str]:
    _, facts, language = session.translate, brief.facts, session.language
    if facts.resting is not None:
        yield rest_words(facts.resting, language, session.locale, brief.as_at)
    for hold in facts.holds:
        text = hold_words(hold, language, session.locale, brief.as_at)
        yield f"{text}: {hold.reason}" if hold.reason else text
    if facts.status is not Status.ACTIVE:
        status = status_words(facts.status, language)
        parts = (status, facts.status_reason)
        yield _("Status: {status}").format(status=", ".join(filter(None, parts)))
    if facts.archived:
        yield _("Put away: in no list.")
    if facts.friend:
        yield _("A friend: gently, no letters, nothing out of a batch.")
    for wish in facts.wishes:
        said = whose_wish_words(wish, brief.people, language)
        yield _("Wish: {what}").format(what=said)


def _limits(session: Session, facts: CustomerFacts) -> Iterator[str]:
    _, locale = session.translate, session.locale
    for use, text, over in (
        (facts.limit, _("Limit {limit}, used {used}"), _("over the limit by {over}")),
        (facts.group_limit, _("The group's limit {limit}, used {used}"), _("over by {over}")),
    ):
        if use is not None:
            line = text.format(
                limit=money(use.limit, locale, symbol=True),
                used=money(use.used, locale, symbol=True),
            )
            if use.over is not None:
                line += ", " + over.format(over=money(use.over, locale, symbol=True))
            yield line
    insured = facts.insurance
    if insured is not None:
        line = _("Insured: {amount} with {insurer}").format(
            amount=money(insured.insured, locale, symbol=True), insurer=insured.insurer or "–"
        )
        if insured.report_by is not None:
            day = day_short(insured.report_by, locale)
            line += ", " + _("the oldest is to be reported by {day}").format(day=day)
        yield line


def _group(session: Session, facts: CustomerFacts) -> Iterator[str]:
    _ = session.translate
    if facts.head_office is not None:
        yield _("Head office: {who}").format(who=_named(facts.head_office))
    if facts.branches:
        yield _("Branches: {who}").format(who=", ".join(map(_named, facts.branches)))


def _pays(session: Session, brief: Brief) -> Iterator[str]:
    _, pays, locale = session.translate, brief.facts.pays, session.locale
    if pays.run is not None and pays.next_run is not None:
        run = payment_run_words(pays.run, session.language, locale, brief.as_at)
        day = day_short(pays.next_run, locale)
        yield _("Pays {run}; next {day}").format(run=run, day=day)
    if pays.invoice_cut_off is not None:
        yield _("Invoices have to be there by day {day} of the month").format(
            day=pays.invoice_cut_off
        )
    if pays.order_required:
        yield _("Every invoice needs their order number.")
    for text, value in (
        (_("Invoices go to {what}"), pays.invoices_to),
        (_("Approved by {what}"), pays.approver),
        (_("Pays by {what}"), pays.method),
        (_("Our account at theirs: {what}"), pays.account_at_theirs),
    ):
        if value:
            yield text.format(what=value)


def _who(session: Session, facts: CustomerFacts) -> Iterator[str]:
    _ = session.translate
    form = legal_form_words(facts.legal_form.value, session.language)
    said = (form, facts.industry, ", ".join(facts.tags))
    if any(said):
        yield "; ".join(part for part in said if part)
    if facts.owner:
        yield _("Looked after by {name}").format(name=facts.owner)


def _named(named: Named) -> str:
    return who(named.code, named.name)


# ------------------------------------------------------------------ JSON
def standing_answer(brief: Brief) -> answers.Json:
    """Return the same for programs."""
    facts = brief.facts
    return {
        "legal_form": facts.legal_form.value,
        "status": facts.status.value,
        "status_since": answers.day(facts.status_day),
        "archived": facts.archived,
        "friend": facts.friend,
        "not_followed_up": None if facts.resting is None else facts.resting.why.value,
        "holds": [
            {
                "id": hold.id,
                "kind": hold.kind.value,
                "from": answers.day(hold.from_day),
                "until": answers.day(hold.until_day),
                "review": answers.day(hold.review_day),
                "stops": sorted(stop.value for stop in hold.stops),
                "reason": hold.reason,
            }
            for hold in facts.holds
        ],
        "wishes": [
            {
                "kind": wish.kind.value,
                "value": wish.value,
                "note": wish.note,
                "person": next((row.name for row in brief.people if row.id == wish.contact), None),
            }
            for wish in facts.wishes
        ],
        "exposure": [exposure_answer(one) for one in facts.exposures],
        "limit": limit_answer(facts.limit),
        "group_limit": limit_answer(facts.group_limit),
        "head_office": None if facts.head_office is None else facts.head_office.code,
        "branches": [branch.code for branch in facts.branches],
        "pays": _pays_answer(facts.pays),
        "owner": facts.owner,
        "industry": facts.industry,
        "tags": list(facts.tags),
        "remember": brief.customer.remember,
    }


def people_answer(brief: Brief) -> list[answers.Json]:
    """The people at the customer's."""
    return [
        {
            "name": row.name,
            "role": row.role,
            "phone": row.phone,
            "phone_wrong_since": answers.day(row.wrong_since),
            "email": row.email,
            "discuss": row.discuss,
        }
        for row in brief.people
    ]


def exposure_answer(one: Exposure) -> answers.Json:
    """An exposure."""
    return {
        "owed": answers.money(one.owed),
        "unallocated": answers.money(one.unallocated),
        "work": answers.money(one.work),
        "total": answers.money(one.total),
    }


def limit_answer(use: LimitUse | None) -> answers.Json | None:
    """A limit and what of it is used."""
    if use is None:
        return None
    over = None if use.over is None else answers.money(use.over)
    return {"limit": answers.money(use.limit), "used": answers.money(use.used), "over": over}


def _pays_answer(pays: HowTheyPay) -> answers.Json:
    return {
        "run": None if pays.run is None else run_text(pays.run),
        "next_run": answers.day(pays.next_run),
        "invoice_cut_off": pays.invoice_cut_off,
        "order_required": pays.order_required,
        "invoices_to": pays.invoices_to,
        "approver": pays.approver,
        "method": pays.method,
        "account_at_theirs": pays.account_at_theirs,
    }
