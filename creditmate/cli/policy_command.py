"""``policy``: how customers are approached, where each value comes from, and what it comes to."""

from collections.abc import Iterator, Sequence

from creditmate.cli import answers
from creditmate.cli.policy_days import coming_steps, dated, invoice_days, when_words
from creditmate.cli.policy_options import changes
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.contact_budget import out_of_reach
from creditmate.domain.contact_keys import STEP_KEYS
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.bidi import plain
from creditmate.i18n.contact_policy_words import (
    origin_words,
    reach_words,
    step_channel_words,
    step_words,
    value_said,
    value_words,
)
from creditmate.services.contact_policy_editing import Override
from creditmate.services.contact_standing import (
    InvoiceSteps,
    Origin,
    Told,
    ToldPolicy,
    steps_of_customer,
    told_business,
    told_customer,
    told_tag,
)


def policy(session: Session) -> int:
    """Show the policy or an invoice's steps, or set values of it."""
    asked = session.arguments
    sets = bool(asked.set or asked.step or asked.reset)
    if asked.invoice is not None:
        if sets:
            option = "--reset" if asked.reset else "--set" if asked.set else "--step"
            raise UserError(Problem.BAD_OPTION, option=option, found=f"--invoice {asked.invoice}")
        return invoice_days(session, asked.invoice)
    if sets:
        session.open_to_write()
        _set(session)
    else:
        session.open_to_read()
    return _show(session)


def _set(session: Session) -> None:
    """What is reset is taken back in the action that sets the rest."""
    asked, service = session.arguments, session.program.contact_policies
    wanted, anew = changes(session, session.ask(service.business).currency), asked.reset
    if asked.tag is not None:
        session.ask(lambda: service.set_for_tag(asked.tag, wanted, anew=anew))
    elif asked.customer is not None:
        session.ask(lambda: service.set_for_customer(asked.customer, wanted, anew=anew))
    elif anew:
        session.ask(lambda: service.reset_business(wanted))
    else:
        session.ask(lambda: service.set_business(wanted))


# ---------------------------------------------------------------- the policy
def _show(session: Session) -> int:
    asked, service = session.arguments, session.program.contact_policies
    found = session.ask(lambda: _told(asked.tag, asked.customer))
    kept = session.ask(service.business)
    differs: Sequence[Override] = ()
    if asked.tag is None and asked.customer is None:
        differs = session.ask(service.overrides)
    invoices: Sequence[InvoiceSteps] = ()
    if asked.customer is not None:
        invoices = session.ask(lambda: steps_of_customer(asked.customer, session.today))
    if session.wants_json:
        session.say_json(
            {
                "currency": kept.currency,
                "values": [_value(told) for told in found.values],
                "never_reached": out_of_reach(found.policy.limits),
                "invoices": [dated(one) for one in invoices],
                "differs": [
                    {"tag": one.tag or None, "code": one.code or None, "values": dict(one.rules)}
                    for one in differs
                ],
            }
        )
        return 0
    session.say_lines(map(plain, _lines(session, found, kept.currency)))
    session.say_lines(map(plain, _never(session, found)))
    session.say_lines(map(plain, _differs(session, differs, kept.currency)))
    session.say_lines(map(plain, coming_steps(session, invoices)))
    return 0


def _told(tag: str | None, code: str | None) -> ToldPolicy:
    if tag is not None:
        return told_tag(tag)
    return told_business() if code is None else told_customer(code)


def _value(told: Told) -> answers.Json:
    return {
        "key": told.key,
        "value": told.value,
        "from": told.origin.value,
        "tags": list(told.tags),
    }


def _lines(session: Session, found: ToldPolicy, currency: str) -> Iterator[str]:
    _, language, locale = session.translate, session.language, session.locale
    values = {told.key: told for told in found.values}
    rows = [
        [
            rule.step.value,
            step_words(rule.step, language),
            when_words(session, rule),
            step_channel_words(rule.channel, language),
            _whose(session, [values[f"{rule.step}.{part}"] for part in STEP_KEYS]),
        ]
        for rule in found.policy.steps
    ]
    yield from table([_("Code"), _("Step"), _("When"), _("How"), _("Set for")], rows, "lllll")
    yield ""
    others = [
        [
            told.key,
            value_words(told.key, language),
            value_said(told.key, told.value, currency, language, locale),
            _from(session, told),
        ]
        for told in found.values
        if "." not in told.key
    ]
    yield from table([_("Key"), _("What"), _("Value"), _("Set for")], others, "llrl")


def _never(session: Session, found: ToldPolicy) -> Iterator[str]:
    """Which limits the others never let anybody reach: it is said, and refused nowhere."""
    never = out_of_reach(found.policy.limits)
    if never:
        yield ""
    for key, most in never.items():
        said = reach_words(most, session.language, session.locale)
        yield f"{value_words(key, session.language)}: {said}"


def _whose(session: Session, parts: Sequence[Told]) -> str:
    """For whom anything of a step is set; everybody only where nobody else is."""
    found = [told for told in parts if told.origin is not Origin.BUSINESS] or parts
    return ", ".join(dict.fromkeys(_from(session, told) for told in found))


def _from(session: Session, told: Told) -> str:
    return origin_words(told.origin.value, told.tags, session.language)


def _differs(session: Session, found: Sequence[Override], currency: str) -> Iterator[str]:
    if not found:
        return
    _, language, locale = session.translate, session.language, session.locale
    yield ""
    yield _("Other values for:")
    for one in found:
        said = (
            f"{key} = {value_said(key, value, currency, language, locale)}"
            for key, value in one.rules.items()
        )
        whose = _("tag {tag}").format(tag=one.tag) if one.tag else who(one.code, one.name)
        yield f"  {whose}: {'; '.join(said)}"
