"""What a version of terms on paper is made from."""

from dataclasses import dataclass
from datetime import date

from creditmate.documents.page import PageSize
from creditmate.documents.papers import BusinessCard
from creditmate.domain.terms import TermsVersion


@dataclass(frozen=True, slots=True)
class TermsPaper:
    """A version with its signature page, ready to be drawn.

    ``wording`` is in simple marks; of a version that is a PDF it is '' and ``file`` has its bytes.
    ``customer_name`` and ``account`` are '' on a blank one. ``sent_day`` is that of the letter it
    goes with; ``number`` the paper's own, '' while it is not issued. ``draft`` terms are not
    published: they have neither number nor fingerprint.
    """

    business: BusinessCard
    version: TermsVersion
    wording: str
    locale: str
    file: bytes | None = None
    customer_name: str = ""
    company_number: str = ""
    account: str = ""
    sent_day: date | None = None
    number: str = ""
    draft: bool = False
    size: PageSize = PageSize.A4
