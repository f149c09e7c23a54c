"""The legal line that is proposed for the foot of every paper, by the business's legal form."""

from collections.abc import Mapping

from creditmate.domain.business_form import BusinessForm, LegalFacts
from creditmate.i18n.catalogue import N_, words

_ALL: Mapping[BusinessForm, str] = {
    BusinessForm.SOLE_TRADER: N_("{owner} trading as {name}, {address}"),
    BusinessForm.PARTNERSHIP: N_("{name}, a partnership of {owner}, {address}"),
    BusinessForm.COMPANY: N_(
        "{owner}, registered in {seat} with the number {number}. Registered office: {address}"
    ),
    BusinessForm.LLP: N_(
        "{owner}, a limited liability partnership registered in {seat} with the number {number}."
        " Registered office: {address}"
    ),
}
_OWN_NAME = N_("{owner}, {address}")
"""For a sole trader who trades under no other name."""


def legal_line(facts: LegalFacts, name: str, address: tuple[str, ...], language: str) -> str:
    """Return the proposed line; empty while something is missing that the law wants there.

    Sources: Companies Act 2006, part 41 (business names: own name and address), and the Company,
    Limited Liability Partnership and Business (Names and Trading Disclosures) Regulations 2015,
    reg. 24 and 25 (registered name, part of the country, number, office). Others adapt it.

    Args:
        facts: What is known beside the letterhead.
        name: Of the business as the letterhead has it.
        address: The letterhead's; a company's registered office goes before it.
        language: Of the words.
    """
    where = facts.office.strip() or ", ".join(line for line in address if line)
    wanted = [facts.owner, where]
    if facts.form in {BusinessForm.COMPANY, BusinessForm.LLP}:
        wanted += [facts.number, facts.seat]
    if not all(text.strip() for text in wanted):
        return ""
    alone = facts.form is BusinessForm.SOLE_TRADER and facts.owner.strip() == name.strip()
    message = words(language).gettext(_OWN_NAME if alone else _ALL[facts.form])
    return message.format(
        owner=facts.owner.strip(),
        name=name.strip(),
        address=where,
        number=facts.number.strip(),
        seat=facts.seat.strip(),
    )
