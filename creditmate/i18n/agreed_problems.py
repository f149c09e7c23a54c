"""What cannot be done with terms and their acceptance, in words, and what fields are called."""

from collections.abc import Mapping

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.terms import ClauseKind
from creditmate.i18n.agreed_words import clause_name
from creditmate.i18n.catalogue import N_, words

AGREED_FIELDS: Mapping[str, str] = {
    "terms.title": N_("What the terms are called"),
    "terms.language": N_("Language"),
    "terms.effective_day": N_("In effect from"),
    "terms.wording": N_("Wording"),
    "terms.note": N_("Note"),
    "terms.clauses": N_("Clauses"),
    "terms.clause_kind": N_("Kind of clause"),
    "terms.clause_number": N_("Number of the clause"),
    "terms.clause_summary": N_("What is agreed, in short"),
    "terms.clause_rate": N_("Rate of interest"),
    "application.agreement": N_("Terms accepted"),
    "acceptance.version": N_("Version"),
    "acceptance.day": N_("Accepted on"),
    "acceptance.by_whom": N_("Who accepted"),
    "acceptance.contact": N_("Who accepted"),
    "acceptance.clauses": N_("Clauses agreed to"),
    "acceptance.reference": N_("Reference"),
    "acceptance.note": N_("Note"),
    "sent.version": N_("Version"),
    "sent.day": N_("Sent on"),
    "sent.to_whom": N_("To whom"),
    "sent.contact": N_("To whom"),
    "sent.follow_up": N_("Ask for it back on"),
}
AGREED_MESSAGES: Mapping[Problem, str] = {
    Problem.UNKNOWN_TERMS: N_("There is no version {found} of terms in the library."),
    Problem.SEVERAL_TERMS: N_(
        "There are several versions {number}: {several}. Say which, by title or language."
    ),
    Problem.TERMS_STAND: N_(
        "“{title}”, version {number}, was sent to a customer or accepted by one, so it stays."
        " Publish a new version instead."
    ),
    Problem.ACCEPTANCE_STANDS: N_("This was taken back already."),
}
_FILES = {
    "not-a-pdf": N_("{name} is not a PDF that can be opened."),
    "locked": N_(
        "{name} is locked with a password or against changes, so that the signature page cannot be"
        " added. Save a copy of it without protection."
    ),
    "not-utf-8": N_("{name} is not a text in UTF-8. Save it as such, or as a PDF."),
    "no-pages": N_("{name} has no pages."),
    "too-many-pages": N_("{name} has more than 200 pages. Is it the right file?"),
}


def terms_file_words(error: UserError, language: str) -> str:
    """Return the message of ``TERMS_FILE``; its facts are filled in by the caller."""
    return words(language).gettext(_FILES[str(error.facts["why"])])


def with_clause(message: str, error: UserError, language: str) -> str:
    """Return a message with the clause in it that an error is about, if it is about one."""
    if "clause" not in error.facts:
        return message
    return message.replace(
        "{clause}", clause_name(ClauseKind(str(error.facts["clause"])), language)
    )
