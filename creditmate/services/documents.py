"""Finding a document by the number that somebody reads out.

Two programs may have given the same number. A number may be typed with where it is from, or with
its kind, before it: ``own:2388``, ``sage:credit_note:17``.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from creditmate.db.invoices import documents_numbered, similar_numbers
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.domain.kinds import DocumentKind

_ALL = tuple(DocumentKind)


def require_document(number: str, kinds: Collection[DocumentKind] = _ALL) -> DocumentRow:
    """Return the document of this number: our own one before another program's.

    Raises:
        UserError: ``UNKNOWN_DOCUMENT`` with numbers that are like it; ``DOCUMENT_STANDS``: it is
            of another kind; ``SEVERAL_DOCUMENTS``: several have it, named as they can be typed.
    """
    found = _known(number, kinds)
    return _one(number, [row for row in found if row.own] or found)


def require_only(number: str, kinds: Collection[DocumentKind] = _ALL) -> DocumentRow:
    """Return the document of this number, and choose none where several have it, ours or not.

    Raises:
        UserError: As ``require_document``.
    """
    return _one(number, _known(number, kinds))


def _known(number: str, kinds: Collection[DocumentKind]) -> list[DocumentRow]:
    found = _numbered(number, kinds)
    if found:
        return found
    for other in _numbered(number, _ALL):
        raise UserError(Problem.DOCUMENT_STANDS, number=other.number, why=other.kind.value)
    raise UserError(Problem.UNKNOWN_DOCUMENT, number=number, similar=similar_numbers(number))


def _numbered(number: str, kinds: Collection[DocumentKind]) -> list[DocumentRow]:
    found = documents_numbered(number, kinds)
    before, colon, rest = number.partition(":")
    if found or not colon:
        return found
    wanted = before.strip().casefold()
    return [
        row for row in _numbered(rest, kinds) if wanted in {row.source.casefold(), row.kind.value}
    ]


def _one(number: str, found: Sequence[DocumentRow]) -> DocumentRow:
    if len(found) == 1:
        return found[0]
    sources = Counter(row.source for row in found)
    told = [
        f"{row.source}:{row.number}"
        if sources[row.source] == 1
        else f"{row.source}:{row.kind.value}:{row.number}"
        for row in found
    ]
    raise UserError(Problem.SEVERAL_DOCUMENTS, number=number, sources=", ".join(told))
