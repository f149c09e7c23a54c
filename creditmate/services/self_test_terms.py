"""The self-test's terms: published, sent, read back, accepted; and a PDF of others."""

from datetime import timedelta

from creditmate.documents.read_back import page_texts
from creditmate.documents.terms import draw_terms
from creditmate.domain.acceptance import Method, Way
from creditmate.domain.terms_standing import State
from creditmate.services.acceptance_entries import AcceptedEntry, SentEntry
from creditmate.services.program import Program
from creditmate.services.terms_library import NewVersion, TermsFile
from creditmate.services.terms_sending import TermsIssue

_WORDING = "# Zahlung – Łódź\n\n1.1 You pay **within 30 days**."


def terms_read_back(program: Program, code: str) -> tuple[int, dict[str, bool]]:
    """Publish terms in the open ledger, send them, and see them accepted.

    Returns:
        The size of the paper, and whether what has to be there is.
    """
    today, library = program.clock.today, program.terms_library
    written = NewVersion("Self-test", "en", today, _WORDING)
    version = program.ask(lambda: library.version(library.publish(written).id))
    entry = SentEntry(version.id, today, Way.POST, follow_up=today + timedelta(days=14))
    issued = TermsIssue(program.terms_sending, program.ask).issue(code, entry)
    first, last = page_texts(issued.pdf)
    found = {"wording": "within 30 days" in first, "fingerprint": version.fingerprint in last}
    attached = NewVersion("Self-test, file", "en", today, file=TermsFile("t.pdf", issued.pdf))
    filed = program.ask(lambda: library.publish(attached)).id
    blank = program.ask(lambda: program.terms_sending.blank(filed))
    found["file"] = len(page_texts(draw_terms(blank).pdf)) == len((first, last)) + 1
    accepted = AcceptedEntry(version.id, today, Method.EMAIL, "Self-test")
    program.ask(lambda: program.acceptances.accept(code, accepted))
    standing = program.ask(lambda: program.acceptances.of(code, today)).standing
    found["accepted"] = standing.state is State.GOOD and standing.awaited is None
    return len(issued.pdf), found
