"""Terms and their acceptance: fingerprints, clauses, and that what rests on a version is there."""

from collections.abc import Iterator

from creditmate.db.connection import execute
from creditmate.db.proof.finding import Finding, from_query
from creditmate.domain.terms import wording_sha256

_FILES = """
    SELECT v.id, v.file_name FROM terms_version v JOIN blob b ON b.id = v.blob_id
    WHERE v.sha256 <> b.sha256
"""
_NUMBERS = """
    SELECT v.id, v.number FROM terms_version v WHERE v.void_action_id IS NULL AND EXISTS (
        SELECT 1 FROM terms_version o WHERE o.void_action_id IS NULL AND o.title = v.title
        AND o.language = v.language AND o.number < v.number
        AND o.effective_day > v.effective_day)
"""
_RESTS = " UNION ALL ".join(
    f"""
    SELECT r.id, '{table}' FROM {table} r JOIN terms_version v ON v.id = r.terms_version_id
    WHERE r.void_action_id IS NULL AND v.void_action_id IS NOT NULL
    """  # noqa: S608 - own names
    for table in ("acceptance", "terms_sent")
)
_BY_CONDUCT = """
    SELECT id, clauses FROM acceptance
    WHERE void_action_id IS NULL AND method = 'conduct' AND clauses <> ''
"""
_CLAUSES = """
    SELECT a.id, w.value FROM acceptance a, json_each(
        '["' || replace(trim(a.clauses), ' ', '","') || '"]') w
    WHERE a.void_action_id IS NULL AND a.clauses <> '' AND NOT EXISTS (
        SELECT 1 FROM terms_clause c
        WHERE c.terms_version_id = a.terms_version_id AND c.kind = w.value)
"""
_PAPERS = """
    SELECT s.id, p.number FROM terms_sent s JOIN paper p ON p.id = s.paper_id
    WHERE s.void_action_id IS NULL AND (p.kind <> 'terms' OR p.customer_id <> s.customer_id)
"""
_TASKS = """
    SELECT s.id, t.day FROM terms_sent s JOIN task t ON t.id = s.task_id
    WHERE s.void_action_id IS NULL AND t.customer_id <> s.customer_id
"""
_RULES = (
    ("terms-file-altered", "terms_version", _FILES),
    ("terms-in-effect-in-order", "terms_version", _NUMBERS),
    ("terms-rest-on-a-version", "acceptance", _RESTS),
    ("conduct-agrees-to-no-clause", "acceptance", _BY_CONDUCT),
    ("acceptance-of-clauses-there-are", "acceptance", _CLAUSES),
    ("terms-sent-on-their-paper", "terms_sent", _PAPERS),
    ("terms-asked-for-at-their-customer", "terms_sent", _TASKS),
)


def prove_terms() -> Iterator[Finding]:
    """Prove that every fingerprint is that of its wording or file, and what rests on versions."""
    for id_, wording, sha256 in execute(
        "SELECT id, wording, sha256 FROM terms_version WHERE blob_id IS NULL"
    ).fetchall():
        if wording_sha256(wording) != sha256:
            yield Finding("terms-altered", "terms_version", id_, "wording does not give the hash")
    for rule, table, sql in _RULES:
        yield from from_query(rule, table, sql)
