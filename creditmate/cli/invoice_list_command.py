"""``invoices``, ``invoice show`` and ``invoice print``."""

from creditmate.cli import answers, invoice_answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.invoice_list import InvoiceDetail, InvoiceNarrow, InvoicesWanted
from creditmate.domain.invoice_rows import InvoiceRow
from creditmate.i18n.formats import day_long, day_short, money
from creditmate.i18n.invoice_words import document_kind_words, state_words
from creditmate.i18n.labels import entry_label
from creditmate.i18n.quantities import decimal_words
from creditmate.services.document_delivery import write_pdf
from creditmate.services.documents import require_only


def invoices(session: Session) -> int:
    """List invoices, or drafts."""
    session.open_to_read()
    if session.arguments.drafts:
        return _drafts(session)
    arguments, as_at = session.arguments, session.as_at()
    wanted = InvoicesWanted(
        InvoiceNarrow(arguments.state), text=arguments.text, code=arguments.customer
    )
    listing = session.ask(lambda: session.program.invoice_lists.listing(wanted, as_at))
    ids = listing.ids[: arguments.limit]
    rows = session.ask(lambda: session.program.invoice_lists.rows(ids, as_at))
    if session.wants_json:
        session.say_json(
            {
                "count": listing.totals.count,
                "open": [answers.money(amount) for amount in listing.totals.open],
                "overdue": [answers.money(amount) for amount in listing.totals.overdue],
                "invoices": [invoice_answers.invoice_row(row) for row in rows],
            }
        )
        return 0
    _ = session.translate
    if not rows:
        session.say(_("There is no such invoice."))
        return 0
    heads = [
        _("Number"), _("Kind"), _("Customer"), _("Day"), _("Due"), _("Gross"), _("Open"),
        _("State"),
    ]  # fmt: skip
    session.say_lines(table(heads, [_cells(session, row) for row in rows], "lllllrrl"))
    open_ = ", ".join(money(amount, session.locale, symbol=True) for amount in listing.totals.open)
    words = session.catalogue.ngettext(
        "{count} document; open {open}", "{count} documents; open {open}", listing.totals.count
    )
    session.say(words.format(count=listing.totals.count, open=open_ or "–"))
    return 0


def _cells(session: Session, row: InvoiceRow) -> list[str]:
    locale = session.locale
    return [
        row.number,
        document_kind_words(row.kind, session.language),
        who(row.code, row.name),
        day_short(row.day, locale),
        "" if row.due_day is None else day_short(row.due_day, locale),
        money(row.gross, locale, symbol=True),
        money(row.open, locale) if row.open else "–",
        state_words(row.state, session.language, row.kind),
    ]


def _drafts(session: Session) -> int:
    drafts = session.ask(session.program.invoice_drafts.list)
    if session.wants_json:
        session.say_json(
            [
                {
                    "id": draft.id,
                    "code": draft.code,
                    "kind": draft.typed.kind,
                    "saved_at": draft.saved_at.isoformat(),
                    "lines": [line.description for line in draft.typed.lines],
                }
                for draft in drafts
            ]
        )
        return 0
    _ = session.translate
    for draft in drafts:
        what = ", ".join(line.description for line in draft.typed.lines)
        line = _("{id}  {customer}  {lines}")
        session.say(line.format(id=draft.id, customer=who(draft.code, draft.name), lines=what))
    if not drafts:
        session.say(_("There are no drafts."))
    return 0


def show(session: Session) -> int:
    """Show everything about a document."""
    session.open_to_read()
    number, today = session.arguments.number, session.today
    document = session.ask(lambda: require_only(number)).id
    found = session.ask(lambda: session.program.invoice_pages.detail(document, today))
    if session.wants_json:
        session.say_json(invoice_answers.detail(found))
    else:
        session.say_lines(_told(session, found))
    return 0


def _told(session: Session, found: InvoiceDetail) -> list[str]:
    _, row, locale = session.translate, found.row, session.locale
    said = [
        _("{kind} {number}  {customer}").format(
            kind=document_kind_words(row.kind, session.language),
            number=row.number,
            customer=who(row.code, row.name),
        ),
        _("{day}, {gross}, {state}").format(
            day=day_long(row.day, locale),
            gross=money(row.gross, locale, symbol=True),
            state=state_words(row.state, session.language, row.kind),
        ),
    ]
    if found.belongs_to is not None:
        said.append(_("For invoice {number}").format(number=found.belongs_to.number))
    said += [_("Charge note {number}").format(number=row.number) for row in found.charges]
    if found.cancelled_day is not None:
        words = _("Cancelled on {day}: {why}")
        day = day_long(found.cancelled_day, locale)
        said.append(words.format(day=day, why=found.cancelled_because))
    for line in found.lines:
        quantity = decimal_words(line.quantity, locale)
        said.append(f"  {quantity} {line.unit}  {line.description}  {money(line.amount, locale)}")
    for part in found.parts:
        words = _("  due {day}: {amount}, open {open}")
        if part.retained:
            words = _("  held until {day}: {amount}, open {open}")
        day, amount = day_short(part.due_day, locale), money(part.amount, locale)
        said.append(words.format(day=day, amount=amount, open=money(part.open, locale)))
    for one in found.settled:
        label = entry_label(one.kind, one.number, session.language)
        said.append(f"  {day_short(one.day, locale)}  {label}  {money(one.amount, locale)}")
    return said


def print_(session: Session) -> int:
    """Write the stored paper into a file."""
    session.open_to_read()
    number, path, program = session.arguments.number, session.arguments.out, session.program
    document = session.ask(lambda: require_only(number)).id
    paper = session.ask(lambda: program.invoicing.stored(document))
    write_pdf(path, paper.copy())
    if session.wants_json:
        session.say_json(
            {"number": paper.number, "file": str(path), "cancelled": paper.cancelled is not None}
        )
        return 0
    session.say(str(path))
    if paper.cancelled is not None:
        _ = session.translate
        day = day_long(paper.cancelled, session.locale)
        session.remark(_("This document was cancelled on {day}; the copy says so.").format(day=day))
    return 0
