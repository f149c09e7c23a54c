"""What the columns of other programs are called.

Headers are compared without case, spaces and punctuation, so that ``*InvoiceNumber``,
``Invoice #`` and ``invoice_number`` are the same. Synonyms stand in order of preference: where
a file has two of them, the earlier one is taken and the other left out.

Source: header lines of Xero, Zoho, FreshBooks, MYOB, QuickBooks, Invoice Ninja, Frappe Books,
SAP-like extracts and a published receivables sample (data/README.md).
"""

import re

from creditmate.domain.importing import Field

REQUIRED: tuple[tuple[Field, ...], ...] = (
    (Field.CUSTOMER_NAME, Field.CUSTOMER_CODE),
    (Field.NUMBER,),
    (Field.DAY,),
    (Field.AMOUNT, Field.LINE_AMOUNT),
)
"""What every table of invoices has to have: one of each."""

_SYNONYMS: dict[Field, str] = {
    Field.CUSTOMER_CODE: """
        customercode customerid customernumber customerno custnumber custno custid
        customeraccount customeraccountnumber customerref accountreference accountref
        clientid clientcode clientnumber debtorcode debtornumber debtorno debtorid""",
    Field.CUSTOMER_NAME: """
        customername clientname contactname namecustomer debtorname customerfullname customer
        client contact debtor company companyname organization organisation billto party
        colastname name""",
    Field.NUMBER: """
        invoicenumber invoiceno invoicenum invoicenr invoiceref invoicereference documentnumber
        documentno docnumber docno invoice invoiceid docid number num no""",
    Field.KIND: "transactiontype documenttype doctype invoicetype type",
    Field.DAY: """
        invoicedate dateissued issuedate dateofissue dateofinvoice documentdate docdate billdate
        postingdate taxdate transactiondate date""",
    Field.DUE_DAY: "duedate datedue dueindate paymentdue paymentduedate dueon dueby due",
    Field.AMOUNT: """
        invoiceamount invoicetotal totalamount grandtotal grossamount amountgross grosstotal
        totalgross totalinclvat totalinctax totalincludingtax invoicevalue total amount gross
        totalopenamount""",
    Field.LINE_AMOUNT: "linetotal inctaxtotal inctaxamount",
    Field.CURRENCY: """
        currency currencycode invoicecurrency customercurrency documentcurrency
        transactioncurrency ccy""",
    Field.SETTLED_DAY: """
        settleddate datesettled settlementdate datepaid paiddate paymentdate cleardate
        clearingdate paidon fullypaidondate lastpaymentdate""",
    Field.PAID: "amountpaid paidamount invoiceamountpaid paidtodate amountreceived paid",
    Field.OPEN: """
        openamount openbalance outstandingamount amountoutstanding outstanding amountdue
        balancedue invoiceamountdue balance""",
    Field.DISPUTED: "disputed indispute dispute inquery queried",
    Field.ORDER_NUMBER: """
        ordernumber orderno purchaseordernumber purchaseorderno purchaseorder ponumber pono
        customerpo po customerorder yourreference yourref reference""",
    Field.STATUS: "invoicestatus status",
}
_PLACES: dict[str, tuple[Field, int]] = {
    name: (field, place)
    for field, names in _SYNONYMS.items()
    for place, name in enumerate(names.split())
}
_WEAK_AMOUNTS = frozenset({"total", "amount", "gross", "totalopenamount"})
_NOT_LETTERS = re.compile(r"[\W_]+")


def normal(header: str) -> str:
    """Return the header as it is compared: ``*Invoice #`` → ``invoicenumber``."""
    letters = _NOT_LETTERS.sub("", header.casefold().replace("#", "number"))
    return letters or header.strip()


def known(header: str) -> tuple[Field, int] | None:
    """Return what a header means and how far down its synonyms it stands; None if unknown."""
    return _PLACES.get(normal(header))


def recognise(headers: list[str]) -> dict[Field, int]:
    """Return which column holds what, as far as the headers tell.

    Where a file has an amount of each line beside one that may be either ("Total"), the line's
    is taken, since that one is certain.
    """
    best: dict[Field, tuple[int, int]] = {}
    for column, header in enumerate(headers):
        place = known(header)
        if place and (place[0] not in best or place[1] < best[place[0]][0]):
            best[place[0]] = (place[1], column)
    found = {field: column for field, (_, column) in best.items()}
    if Field.AMOUNT in found and Field.LINE_AMOUNT in found:
        weak = normal(headers[found[Field.AMOUNT]]) in _WEAK_AMOUNTS
        del found[Field.AMOUNT if weak else Field.LINE_AMOUNT]
    return found


def missing(found: dict[Field, int]) -> list[Field]:
    """Return the fields that a table of invoices has to have and this one has not."""
    return [either[0] for either in REQUIRED if not any(field in found for field in either)]
