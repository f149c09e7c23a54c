"""``work``: what is to be invoiced: listed, added to, invoiced."""

from creditmate.cli import invoice_answers
from creditmate.cli.invoice_issue_command import issue, keep_draft, typed_line
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.money import totals_by_currency
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.formats import day_short, money, number
from creditmate.i18n.invoice_typing import Typing, typed_invoice, understood_lines
from creditmate.services.customers import require_customer
from creditmate.services.work import NewWork


def work(session: Session) -> int:
    """Do what was said with work to be invoiced; list it if nothing was."""
    step = session.arguments.step
    if step == "add":
        return _add(session)
    return _list(session) if step is None else _invoice(session)


def _list(session: Session) -> int:
    session.open_to_read()
    today = session.today
    rows = session.ask(lambda: session.program.work.waiting(today))
    if session.wants_json:
        session.say_json([invoice_answers.work_row(row, row.days_waiting(today)) for row in rows])
        return 0
    _ = session.translate
    if not rows:
        session.say(_("Everything that was done is invoiced."))
        return 0
    cells = [
        [
            str(row.id),
            who(row.code, row.name),
            day_short(row.done_day, session.locale),
            number(row.days_waiting(today), session.locale),
            row.description,
            money(row.amount, session.locale, symbol=True),
        ]
        for row in rows
    ]
    heads = ["", _("Customer"), _("Done"), _("Days"), _("What"), _("Amount")]
    session.say_lines(table(heads, cells, "rllrlr"))
    sums = totals_by_currency(row.amount for row in rows)
    session.say(", ".join(money(amount, session.locale, symbol=True) for amount in sums))
    return 0


def _add(session: Session) -> int:
    session.open_to_write()
    arguments = session.arguments
    code = arguments.code
    customer = session.ask(lambda: require_customer(code))
    how = Typing(session.locale, session.today, customer.currency)
    (line,) = understood_lines([typed_line(arguments.line)], how)
    done = session.day(arguments.done, "--done", Towards.PAST) if arguments.done else session.today
    wanted = NewWork(
        done_day=done,
        description=line.description,
        quantity=line.quantity,
        price=line.price,
        unit=arguments.unit,
        tax=line.tax,
        job=arguments.job,
        order_number=arguments.order,
    )
    saved = session.ask(lambda: session.program.work.add(code, wanted))
    if session.wants_json:
        session.say_json({"id": saved.id})
    else:
        session.say(session.translate("Put down as {id}.").format(id=saved.id))
    return 0


def _invoice(session: Session) -> int:
    session.open_to_write()
    code, items = session.arguments.code, session.arguments.item
    program = session.program
    new = session.ask(lambda: program.work.invoice_of(code, items))
    plan = session.ask(lambda: program.invoicing.plan(new))
    if session.arguments.draft:
        return keep_draft(session, plan, typed_invoice(new, session.locale))
    return issue(session, plan)
