"""Finding a document by the number that somebody reads out."""

from collections.abc import Collection

from creditmate.db.invoices import documents_numbered, similar_numbers
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.domain.kinds import DocumentKind


def require_document(
    number: str, kinds: Collection[DocumentKind] = tuple(DocumentKind)
) -> DocumentRow:
    """Return the document of this number: our own one before another program's.

    Raises:
        UserError: ``UNKNOWN_DOCUMENT`` with numbers that are like it; ``SEVERAL_DOCUMENTS``:
            several programs have used it, named by ``sources``.
    """
    found = documents_numbered(number, kinds)
    if not found:
        raise UserError(Problem.UNKNOWN_DOCUMENT, number=number, similar=similar_numbers(number))
    own = [row for row in found if row.own]
    if len(own or found) > 1:
        sources = ", ".join(sorted({f"{row.source} {row.kind.value}" for row in own or found}))
        raise UserError(Problem.SEVERAL_DOCUMENTS, number=number, sources=sources)
    return (own or found)[0]
