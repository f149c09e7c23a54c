"""The account in a visit pack: what is open, how late, and how much of it is under query."""

from collections.abc import Iterator, Sequence

from creditmate.documents.flow import Block
from creditmate.documents.page import LEFT, RIGHT
from creditmate.documents.ruled_table import Column, heads, row, total_row
from creditmate.documents.visit_checklist import title_block, told_block
from creditmate.documents.voice import Voice
from creditmate.domain.statement import Statement


def account_blocks(statements: Sequence[Statement], voice: Voice) -> Iterator[Block]:
    """Yield how the account stands, one table for each currency."""
    _ = voice.gettext
    if not statements:
        yield title_block(_("The account"))
        yield told_block("", _("Nothing is open."))
    for statement in statements:
        yield from _statement(statement, voice, several=len(statements) > 1)


def _statement(statement: Statement, voice: Voice, *, several: bool) -> Iterator[Block]:
    _ = voice.gettext
    columns = (
        Column(_("Date"), LEFT, 44.0),
        Column(_("Document"), 46.0, 86.0),
        Column(_("Due"), 88.0, 108.0),
        Column(_("Days late"), 109.0, 124.0, flush=True),
        Column(_("Original"), 126.0, 149.0, flush=True),
        Column(_("Under query"), 151.0, 172.0, flush=True),
        Column(_("Open"), 174.0, RIGHT, flush=True),
    )
    head = heads(columns)
    said = voice.currency(statement.currency) if several else ""
    yield title_block(_("The account"), beside_it=said)
    yield head
    last = len(statement.items) - 1
    for place, item in enumerate(statement.items):
        late = item.days_overdue(statement.as_at)
        cells = (
            voice.column_day(item.day),
            voice.entry(item.kind, item.number),
            "" if item.due_day is None else voice.column_day(item.due_day),
            voice.number(late) if late else "",
            voice.amount(item.original),
            "" if item.query is None else voice.amount(item.query.amount),
            voice.amount(item.balance),
        )
        keep = place in {0, last}
        yield row(columns, cells, last=place == last, keep=keep, again=head)
    overdue, said = statement.pay_now.overdue, _("Balance, nothing overdue")
    if overdue.minor:
        said = _("Balance, of it overdue {amount}").format(amount=voice.amount(overdue))
    yield total_row(LEFT, RIGHT, said, voice.total(statement.balance))
