"""What a version of terms must be before it is published: nothing of it can be put right later."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditmate.documents.pdf_file import PdfRefusedError, checked_pages
from creditmate.documents.voice import is_spoken
from creditmate.domain.attachments import LARGEST, safe_name
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.refusals import Why, refused
from creditmate.domain.terms import Clause, ClauseKind
from creditmate.domain.unseen import has_unseen
from creditmate.domain.wording import numbers, parse
from creditmate.services.typed_texts import one_line, some_lines

MOST_CLAUSES = 12
"""The signature page shows all of them, and it is one page."""
_LONGEST_TITLE, _LONGEST_NOTE, _LONGEST_NUMBER, _LONGEST_SUMMARY = 80, 500, 12, 200
_LONGEST_WORDING = 200_000
_MOST_PERCENT = 100
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class TermsFile:
    """A PDF as it was chosen."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version to be published: either ``wording``, in simple marks, or ``file``."""

    title: str
    language: str
    effective_day: date
    wording: str = ""
    clauses: tuple[Clause, ...] = ()
    note: str = ""
    file: TermsFile | None = None


def checked_title(title: str) -> str:
    """Return what terms are called, tidied.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    return one_line("terms.title", title, _LONGEST_TITLE, required=True)


def check_parts(new: NewVersion) -> None:
    """Refuse what is wrong with a version by itself.

    Raises:
        UserError: ``FIELD_REFUSED``, ``TERMS_FILE``.
    """
    checked_title(new.title)
    if not new.language.isalpha() or not new.language.islower() or not is_spoken(new.language):
        raise refused("terms.language", Why.NOT_POSSIBLE, found=new.language)
    some_lines("terms.note", new.note, _LONGEST_NOTE)
    if new.file is None:
        _check_wording(new.wording)
    elif new.wording.strip():
        raise refused("terms.wording", Why.TWICE)
    _check_clauses(new.clauses, None if new.file is not None else new.wording)


def _check_wording(wording: str) -> None:
    if not parse(wording):
        raise refused("terms.wording", Why.EMPTY)
    if len(wording) > _LONGEST_WORDING:
        raise refused("terms.wording", Why.TOO_LONG, most=_LONGEST_WORDING)
    if has_unseen(wording):
        raise refused("terms.wording", Why.UNSEEN)


def _check_clauses(clauses: Sequence[Clause], wording: str | None) -> None:
    if len(clauses) > MOST_CLAUSES:
        raise refused("terms.clauses", Why.TOO_MANY, most=MOST_CLAUSES)
    kinds = [clause.kind for clause in clauses if clause.kind is not ClauseKind.OTHER]
    if len(kinds) > len(set(kinds)):
        twice = next(kind for kind in kinds if kinds.count(kind) > 1)
        raise refused("terms.clauses", Why.CLAUSE_TWICE, clause=twice.value)
    known = None if wording is None else numbers(parse(wording))
    for clause in clauses:
        _check_clause(clause, known)


def _check_clause(clause: Clause, known: frozenset[str] | None) -> None:
    one_line("terms.clause_summary", clause.summary, _LONGEST_SUMMARY, required=True)
    number = one_line("terms.clause_number", clause.number, _LONGEST_NUMBER).rstrip(".")
    if number and known is not None and number not in known:
        raise refused("terms.clause_number", Why.NO_SUCH_CLAUSE, found=number)
    if clause.rate is not None:
        decimals = -int(clause.rate.normalize().as_tuple().exponent)
        if not Decimal(0) < clause.rate <= _MOST_PERCENT or decimals > _DECIMALS:
            raise refused("terms.clause_rate", Why.RATE, found=f"{clause.rate:f}")


def tidied(clause: Clause) -> Clause:
    """Return a clause that was checked, as it is kept."""
    return Clause(
        kind=clause.kind,
        summary=" ".join(clause.summary.split()),
        number=" ".join(clause.number.split()).rstrip("."),
        rate=clause.rate,
        per=clause.per,
    )


def checked_file(file: TermsFile) -> tuple[str, int]:
    """Return the name under which a PDF is kept, and how many pages it has.

    Raises:
        UserError: ``TERMS_FILE`` with ``why`` and ``name``.
    """
    if len(file.content) > LARGEST:
        raise UserError(Problem.ATTACHMENT_REFUSED, why="large", name=file.name)
    try:
        return safe_name(file.name), checked_pages(file.content)
    except PdfRefusedError as error:
        raise UserError(Problem.TERMS_FILE, why=error.why.value, name=file.name) from error
