"""The proof of own documents finds what does not agree: each rule is broken once."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.proof.documents import prove_documents
from creditmate.domain.invoice_parts import Retention
from creditmate.services.work import NewWork
from tests.services.invoice_desk import TODAY, Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = a_desk(tmp_path / "desk.creditmate")
    desk = opened.__enter__()  # what is broken here would not prove whole when it is left
    desk.issue(retention=Retention(date(2027, 11, 23), percent=Decimal(5)))
    desk.credit("INV-0001")
    desk.work.add("ACME", NewWork(TODAY, "Stairs", Decimal(1), Decimal(5)))
    desk.issuing.issue(desk.invoicing.plan(desk.work.invoice_of("ACME")))
    yield desk
    connection.close()


@pytest.mark.parametrize(
    ("rule", "table", "broken"),
    [
        ("document-adds-up", "line", "amount_minor = amount_minor + 1"),
        ("document-adds-up", "document_tax", "tax_minor = tax_minor + 1"),
        ("document-adds-up", "document", "gross_minor = gross_minor + 1"),
        ("lines-in-order", "line", "place = 2"),
        ("document-on-its-paper", "paper", "kind = 'statement'"),
        ("document-on-its-paper", "paper", "total_minor = total_minor + 1"),
        ("retention-is-a-part", "own_document", "retention_due_day = '2030-01-01'"),
        ("credited-no-more-than-invoiced", "document", "gross_minor = gross_minor - 1"),
        ("work-on-its-invoice", "line", "work_item_id = NULL"),
        ("charge-for-an-invoice-of-the-same-customer", "own_document", "belongs_document_id = 1"),
    ],
)
def test_each_rule_finds_its_fault(desk: Desk, rule: str, table: str, broken: str) -> None:
    assert desk.clock.today == TODAY
    assert list(prove_documents()) == []
    execute(f"DROP TRIGGER {table}_update")
    which = "(SELECT max(id) FROM line)" if "work_item" in broken else "1"
    execute(f"UPDATE {table} SET {broken} WHERE id = {which} OR {which} = 1 AND id = 1")
    assert rule in {finding.rule for finding in prove_documents()}
