"""Help sheets: where people of a country who cannot pay find help that costs them nothing.

Shipped as a beginning, and edited by the business: names, addresses and numbers change. Source:
the services' own web sites; domain-rules 4.2 (hardship).
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpSheet:
    """A country's sheet; ``version`` is that of the record, 0 for one as it is shipped."""

    country: str
    title: str
    wording: str
    version: int = 0

    @property
    def is_as_shipped(self) -> bool:
        """Whether nobody has looked through its names and numbers yet."""
        return self.version == 0


_OPENING = (
    "Money gets tight in good businesses and good homes. The services below are free and"
    " confidential, and they have seen it all before. We have no part in them, and they tell us"
    " nothing."
)
_CLOSING = (
    "Tell us too, as early as you can. We would rather agree smaller parts over more time than"
    " hear nothing, and while you take advice we can let our letters rest."
)


def _sheet(country: str, title: str, *services: str) -> HelpSheet:
    return HelpSheet(country, title, "\n\n".join((_OPENING, *services, _CLOSING)))


_TITLE = "Where to find help with money"
SHIPPED: Mapping[str, HelpSheet] = {
    sheet.country: sheet
    for sheet in (
        _sheet(
            "GB", _TITLE,
            "Business Debtline: for the self-employed and small businesses."
            "\n0800 197 6026, www.businessdebtline.org",
            "National Debtline: for individuals.\n0808 808 4000, www.nationaldebtline.org",
            "StepChange Debt Charity: advice and plans, online at any hour."
            "\n0800 138 1111, www.stepchange.org",
            "MoneyHelper: guidance backed by government, and a list of advisers near you."
            "\nwww.moneyhelper.org.uk",
        ),
        _sheet(
            "IE", _TITLE,
            "MABS, the Money Advice and Budgeting Service.\n0818 07 2000, www.mabs.ie",
            "Citizens Information: your rights and what you may be entitled to."
            "\nwww.citizensinformation.ie",
        ),
        _sheet(
            "AU", _TITLE,
            "Small Business Debt Helpline: for owners of small businesses.\nwww.sbdh.org.au",
            "National Debt Helpline: financial counsellors for individuals."
            "\n1800 007 007, www.ndh.org.au",
            "Moneysmart: guidance of the Australian government.\nwww.moneysmart.gov.au",
        ),
        _sheet(
            "NZ", _TITLE,
            "MoneyTalks: a helpline with financial mentors.\n0800 345 123, www.moneytalks.co.nz",
            "Citizens Advice Bureau.\n0800 367 222, www.cab.org.nz",
            "business.govt.nz: help for small businesses, in money matters too."
            "\nwww.business.govt.nz",
        ),
        _sheet(
            "US", _TITLE,
            "National Foundation for Credit Counseling: a counselor of a nonprofit near you."
            "\n1-800-388-2227, www.nfcc.org",
            "SCORE: mentors for small businesses.\nwww.score.org",
            "Consumer Financial Protection Bureau: your rights when you owe money."
            "\nwww.consumerfinance.gov",
        ),
    )
}  # fmt: skip
"""By country (ISO 3166), in the order in which they are listed."""
