"""``application``: the form on which a customer applies for credit, handed out and read back."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table
from creditmate.documents.application_form import draw_application
from creditmate.domain.acceptance import Capacity
from creditmate.domain.application import Fit, ReadField
from creditmate.domain.application_form import Item
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.agreed_words import capacity_said, version_words
from creditmate.i18n.application_words import contact_roles, fit_words, item_title, value_words
from creditmate.i18n.customer_fields import doubt_words
from creditmate.i18n.formats import day_short, money
from creditmate.services.application_acceptance import Agreement
from creditmate.services.application_reading import ApplicationEntry, entry_of
from creditmate.services.applications import ApplicationPreview
from creditmate.services.document_delivery import see_writable, write_pdf


def application(session: Session) -> int:
    """Write the form, or read one that came back."""
    return {"form": _form, "read": _read}[session.arguments.step](session)


def _form(session: Session) -> int:
    session.open_to_read()
    out, code = session.arguments.out, session.arguments.code
    paper = session.ask(lambda: session.program.applications.paper(code))
    see_writable(out)
    drawn = draw_application(paper)
    write_pdf(out, drawn.pdf)
    if session.wants_json:
        customer = paper.account or None
        session.say_json({"form": str(out), "customer": customer, "pages": drawn.pages})
    else:
        session.say(session.translate("The form is in {path}.").format(path=out))
    return 0


def _read(session: Session) -> int:
    """Show what a form says and, unless it is only looked at, put it into a customer."""
    arguments = session.arguments
    if arguments.new and arguments.into:
        raise UserError(Problem.BAD_OPTION, option="--new", found=f"--into {arguments.into}")
    if arguments.dry_run:
        session.open_to_read()
    else:
        session.open_to_write()
    entry = _entry(session)
    into = arguments.into
    preview = session.ask(lambda: session.program.applications.preview(entry, into))
    taken = frozenset(_taken(session, preview))
    unsure = bool(preview.candidates) and not (into or arguments.new)
    writes = not (arguments.dry_run or unsure)
    roles, signed = contact_roles(session.language), _signed(session, preview.agreement)
    applications = session.program.applications
    if writes:
        session.ask(lambda: applications.apply(entry, taken, roles, into, signed))
    if session.wants_json:
        session.say_json(_answer(session, preview, taken, written=writes))
    else:
        session.say_lines(_lines(session, preview, taken))
    if arguments.dry_run:  # what would be refused is refused now, below what was found
        session.ask(lambda: applications.ready(entry, taken, roles, into, signed))
    if not session.wants_json:
        session.say(_outcome(session, preview, unsure=unsure))
    return int(unsure and not arguments.dry_run)


def _signed(session: Session, agreed: Agreement | None) -> Capacity | None:
    """As what it was signed, by the position that it names; None where nobody says it was."""
    if not session.arguments.signed:
        return None
    return capacity_said("" if agreed is None else agreed.entry.note, session.language, "en")


def _entry(session: Session) -> ApplicationEntry:
    # pypdf takes a tenth of a second to load, which only this command has to wait for
    from creditmate.exchange.application_reader import (  # noqa: PLC0415
        read_application,
        read_application_file,
    )

    path = session.arguments.file
    content = read_application_file(path)
    return entry_of(read_application(content, path.name), content, path.name)


def _taken(session: Session, preview: ApplicationPreview) -> Iterator[Item]:
    yield from preview.usual
    if session.arguments.take_differences:
        fields = preview.understood.fields
        yield from (each.item for each in fields if each.understood and each.fit is Fit.DIFFERENT)


def _lines(session: Session, preview: ApplicationPreview, taken: frozenset[Item]) -> Iterator[str]:
    _, language = session.translate, session.language
    understood = preview.understood
    heads = [_("Field"), _("Found"), _("Known"), _("Comparison"), ""]
    rows = [
        [
            item_title(each.item, language),
            value_words(each.item, each.understood or each.found, language),
            value_words(each.item, each.known, language),
            fit_words(each.fit, language) if each.found else "",
            _("taken over") if each.item in taken else "",
        ]
        for each in understood.fields
    ]
    yield from table(heads, rows, "lllll")
    for each in understood.fields:
        for doubt in each.doubts:
            yield f"{item_title(each.item, language)}: {doubt_words(doubt, language)}"
    if understood.limit is not None:
        shown = money(understood.limit, session.locale, symbol=True)
        yield _("Limit wished: {amount}").format(amount=shown)
    if understood.signed_day is not None:
        day = day_short(understood.signed_day, session.locale)
        yield _("Signed on {day}").format(day=day)
    if preview.agreement is not None:
        yield from _agreement(session, preview.agreement)
    for other in preview.candidates:
        by = item_title(other.by, language)
        said = _("May be the same as {code} {name} ({field}).")
        yield said.format(code=other.code, name=other.name, field=by)


def _agreement(session: Session, agreed: Agreement) -> Iterator[str]:
    """What is accepted if it is signed, and how to say that it is."""
    _, locale = session.translate, session.locale
    seen = session.arguments.signed
    said = _("Signed: {who} accepted {version} on {day}.")
    yield (said if seen else _("If it is signed, {who} accepted {version} on {day}.")).format(
        who=agreed.entry.by_whom,
        version=version_words(agreed.version, session.language, locale),
        day=day_short(agreed.entry.day, locale),
    )
    if not seen:
        yield _("Say --signed once you have seen the signature, and that is put down too.")


def _outcome(session: Session, preview: ApplicationPreview, *, unsure: bool) -> str:
    _ = session.translate
    if session.arguments.dry_run:
        said = (
            _("A new customer {code} would be made. Nothing was written.")
            if preview.new
            else _("It would be put into {code} {name}. Nothing was written.")
        )
    elif unsure:
        said = _("Nothing was written. Say --into CODE for one that is there, or --new.")
    elif preview.new:
        said = _("The new customer is {code} {name}.")
    else:
        said = _("Put into {code} {name}.")
    return said.format(code=preview.code, name=preview.name)


def _answer(
    session: Session, preview: ApplicationPreview, taken: frozenset[Item], *, written: bool
) -> answers.Json:
    understood = preview.understood
    return {
        "customer": preview.code,
        "new": preview.new,
        "written": written,
        "fields": [_field(session, each, taken) for each in understood.fields],
        "limit": None if understood.limit is None else answers.money(understood.limit),
        "signed": answers.day(understood.signed_day),
        "accepts": _accepts(preview.agreement, written=written and session.arguments.signed),
        "may_be": [
            {"code": each.code, "name": each.name, "by": each.by.value}
            for each in preview.candidates
        ],
    }


def _accepts(agreed: Agreement | None, *, written: bool) -> answers.Json | None:
    if agreed is None:
        return None
    return {
        "title": agreed.version.title,
        "version": agreed.version.number,
        "day": answers.day(agreed.entry.day),
        "by": agreed.entry.by_whom,
        "written": written,
    }


def _field(session: Session, each: ReadField, taken: frozenset[Item]) -> answers.Json:
    return {
        "field": each.item.value,
        "found": each.found,
        "understood": each.understood or None,
        "known": each.known or None,
        "comparison": each.fit.value,
        "taken": each.item in taken,
        "doubts": [doubt_words(doubt, session.language) for doubt in each.doubts],
    }
