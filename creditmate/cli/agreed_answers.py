"""Terms and their acceptance as JSON."""

from creditmate.cli import answers
from creditmate.domain.acceptance import Acceptance, Sent
from creditmate.domain.terms import Clause, TermsVersion
from creditmate.domain.terms_standing import Standing


def clause_answer(clause: Clause) -> answers.Json:
    """A clause of a version; ``rate`` is in percent, as text."""
    return {
        "kind": clause.kind.value,
        "number": clause.number or None,
        "summary": clause.summary,
        "rate": None if clause.rate is None else f"{clause.rate:f}",
        "per": None if clause.per is None else clause.per.value,
    }


def version_answer(version: TermsVersion) -> answers.Json:
    """A version, all but its wording."""
    return {
        "id": version.id,
        "title": version.title,
        "language": version.language,
        "number": version.number,
        "effective": answers.day(version.effective_day),
        "sha256": version.sha256,
        "fingerprint": version.fingerprint,
        "file": version.file_name or None,
        "pages": version.pages,
        "clauses": [clause_answer(clause) for clause in version.clauses],
    }


def version_named(version: TermsVersion | None) -> answers.Json | None:
    """A version by what it is called."""
    if version is None:
        return None
    return {"title": version.title, "language": version.language, "number": version.number}


def acceptance_answer(one: Acceptance) -> answers.Json:
    """An acceptance."""
    return {
        "id": one.id,
        "version": version_named(one.version),
        "day": answers.day(one.day),
        "counts_from": answers.day(one.counts_from),
        "method": one.method.value,
        "by": one.by_whom,
        "capacity": one.capacity.value,
        "clauses": sorted(kind.value for kind in one.clauses),
        "reference": one.reference,
        "note": one.note,
        "files": list(one.files),
    }


def sent_answer(one: Sent) -> answers.Json:
    """Terms that were sent."""
    return {
        "id": one.id,
        "version": version_named(one.version),
        "day": answers.day(one.day),
        "way": one.way.value,
        "to": one.to_whom,
        "paper": one.paper or None,
        "ask_on": answers.day(one.follow_up),
    }


def standing_answer(standing: Standing) -> answers.Json:
    """How a customer's terms are proved."""
    governs = standing.governing
    return {
        "state": standing.state.value,
        "version": None if governs is None else version_named(governs.version),
        "proof": None if governs is None else acceptance_answer(governs.proof),
        "clauses": [] if governs is None else sorted(kind.value for kind in governs.clauses),
        "newer": version_named(standing.newer),
        "awaited": None if standing.awaited is None else sent_answer(standing.awaited),
    }
