"""The proof of terms and their acceptance finds what does not agree: each rule is broken once."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.proof.terms import prove_terms
from creditmate.domain.acceptance import Method, Way
from creditmate.domain.terms import Clause, ClauseKind
from creditmate.services.acceptance_entries import AcceptedEntry, SentEntry
from creditmate.services.acceptances import Acceptances
from creditmate.services.terms_library import NewVersion, TermsFile, TermsLibrary
from creditmate.services.terms_sending import TermsIssue, TermsSending
from tests.builders import SetClock, a_customer, make_ledger
from tests.services.test_terms_library import a_pdf

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def content() -> bytes:
    return a_pdf(1)


@pytest.fixture
def _ledger(tmp_path: Path, content: bytes) -> Iterator[None]:
    clock = SetClock()
    clock.today = TODAY
    gateway = make_ledger(tmp_path / "terms.creditmate", clock)
    with gateway.write("customers") as writing:
        a_customer(writing, "ACME")
        a_customer(writing, "BIRCH")
    library = TermsLibrary(gateway, clock)
    clauses = (Clause(ClauseKind.INTEREST, "so"),)
    first = NewVersion("Terms", "en", date(2026, 1, 1), "One.", clauses)
    version = library.publish(first).id
    file = TermsFile("t.pdf", content)
    library.publish(NewVersion("Terms", "en", date(2026, 2, 1), "", clauses, file=file))
    issue = TermsIssue(TermsSending(gateway, clock), lambda work: work())
    issue.issue("ACME", SentEntry(version, TODAY, Way.POST, follow_up=TODAY + timedelta(days=9)))
    agreed = frozenset({ClauseKind.INTEREST})
    entry = AcceptedEntry(version, TODAY, Method.EMAIL, "Ann", clauses=agreed)
    Acceptances(gateway, clock).accept("ACME", entry)
    yield
    connection.close()


@pytest.mark.usefixtures("_ledger")
@pytest.mark.parametrize(
    ("rule", "table", "broken"),
    [
        ("terms-altered", "terms_version", "wording = 'Two.'"),
        ("terms-file-altered", "terms_version", "sha256 = replace(sha256, 'a', 'b')"),
        ("terms-in-effect-in-order", "terms_version", "effective_day = '2026-03-01'"),
        ("terms-rest-on-a-version", "terms_version", "void_action_id = 1"),
        ("conduct-agrees-to-no-clause", "acceptance", "method = 'conduct'"),
        ("acceptance-of-clauses-there-are", "acceptance", "clauses = 'interest costs'"),
        ("terms-sent-on-their-paper", "paper", "kind = 'statement'"),
        ("terms-asked-for-at-their-customer", "task", "customer_id = 2"),
    ],
)
def test_each_rule_finds_its_fault(rule: str, table: str, broken: str) -> None:
    assert list(prove_terms()) == []
    execute(f"DROP TRIGGER IF EXISTS {table}_update")
    which = "WHERE id = 2" if "replace" in broken else "WHERE id = 1"
    execute(f"UPDATE {table} SET {broken} {which}")
    assert rule in {finding.rule for finding in prove_terms()}
