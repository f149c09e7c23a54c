"""What was added to visits' reports: which action did it last, and whether it stands."""

from creditmate.db.connection import execute
from creditmate.db.contact_again import words_before
from creditmate.domain.kinds import PaperKind

_UNDONE = "SELECT undoes_id FROM action WHERE undoes_id IS NOT NULL"
_ADDED = f"""
    SELECT MAX(a.id) FROM action a
    WHERE a.use_case = 'add-to-report' AND a.id NOT IN ({_UNDONE}) AND a.id IN (
        SELECT action_id FROM visit_review WHERE visit_id = ?1
        UNION SELECT action_id FROM visit_observation WHERE visit_id = ?1
        UNION SELECT r.action_id FROM visit_result r
            JOIN visit_issue i ON i.id = r.visit_issue_id WHERE i.visit_id = ?1
        UNION SELECT e.action_id FROM visit_request_event e
            JOIN visit_request q ON q.id = e.visit_request_id WHERE q.visit_id = ?1
        UNION SELECT action_id FROM attachment WHERE subject = 'interaction' AND subject_id = ?2
        UNION SELECT * FROM (
            WITH RECURSIVE word(id) AS (
                SELECT ?2 UNION SELECT i.id FROM interaction i JOIN word w ON i.corrects_id = w.id
            )
            SELECT i.action_id FROM interaction i JOIN word w ON w.id = i.id
        )
    )
"""  # noqa: S608 - our own words
_THANKED = """
    SELECT 1 FROM paper r JOIN visit v ON r.number LIKE v.number || '%'
    JOIN visit_event e ON e.visit_id = v.id AND e.void_action_id IS NULL
    WHERE r.kind = ?1 AND r.action_id > ?2 AND e.kind = 'held' AND e.interaction_id = ?3
"""


def is_undone(action: int) -> bool:
    """Whether an action was taken back."""
    return execute("SELECT 1 FROM action WHERE undoes_id = ?", (action,)).fetchone() is not None


def talk_of(action: int) -> int | None:
    """Return the contact that an action put down; None for none."""
    sql = "SELECT id FROM interaction WHERE action_id = ? AND void_action_id IS NULL"
    row = execute(sql, (action,)).fetchone()
    return None if row is None else int(row[0])


def last_added(visit: int, talk: int) -> int | None:
    """Return the action that added last to the report of a visit; None where none stands.

    Args:
        visit: Its id.
        talk: The contact that it is.
    """
    (action,) = execute(_ADDED, (visit, talk)).fetchone()
    return None if action is None else int(action)


def is_thanked_since(action: int) -> bool:
    """Whether a letter of thanks was issued after what an action added to a visit's talk."""
    talk = talk_of(action)
    if talk is None:
        return False
    *_later, first = words_before(talk)
    asked = (PaperKind.VISIT_THANKS.value, action, first)
    return execute(_THANKED, asked).fetchone() is not None
