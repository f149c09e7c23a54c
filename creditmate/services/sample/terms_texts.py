# ruff: noqa: E501 - a paragraph of a wording is one line
"""The terms of the sample's business: two versions in English, one in German, all invented."""

from creditmate.domain.terms import Clause, ClauseKind

TITLE, GERMAN_TITLE = "Terms of trade", "Geschäftsbedingungen"
_BEGINNING = """\
# 1. About these terms

These terms hold for **every order** that you place with us. Where something is not clear, ask us before you sign.

1.1 "We" are Rookmere Joinery Supplies; "you" are the customer named on the last page.

1.2 Terms of your own take the place of these only where we have said so **in writing**.

# 2. Orders

2.1 We need from you:

- what is ordered, and how much of it
- where it is to be delivered, and who receives it there
- your order number, where your invoices must have one

# 3. Prices and delivery

3.1 The price is the one of our order confirmation. Delivery is charged as said there.

3.2 Please have somebody there who may sign for the goods. What they sign for counts as delivered.

# 4. Payment

4.1 You pay within **30 days** from the invoice date. The due date is printed on every invoice.
"""
_END = """
# 6. If something is wrong

6.1 Please look at what you have received when it comes.

6.2 Tell us within 7 days of delivery. Only that part of the invoice waits until it is settled.

# 7. Goods until paid

7.1 Goods remain ours until they are paid for. You may use them in the ordinary course of your business meanwhile.
"""
FIRST = (
    _BEGINNING
    + """
# 5. When payment is late

5.1 We set no rate of our own. The statutory rate for late commercial payment applies.
"""
    + _END
)
SECOND = (
    _BEGINNING
    + """
4.3 How much you may owe us is agreed with each of you, and looked at each year.

# 5. When payment is late

5.1 We set no rate of our own. The statutory rate for late commercial payment applies.

5.2 The statutory fixed sum is asked for only after two reminders.

5.3 You bear reasonable costs of recovery above that sum, where they were really spent.
"""
    + _END
)
GERMAN = """\
# 1. Zahlung

1.1 Sie zahlen innerhalb von **30 Tagen** ab Rechnungsdatum. Das Fälligkeitsdatum steht auf jeder Rechnung.

# 2. Verzug

2.1 Einen eigenen Zinssatz legen wir nicht fest; es gilt der gesetzliche.

# 3. Mängel

3.1 Bitte sagen Sie uns innerhalb von 7 Tagen nach der Lieferung Bescheid.

# 4. Eigentumsvorbehalt

4.1 Die Ware bleibt bis zur Bezahlung unser Eigentum.
"""
_KIND = ClauseKind
_PAYMENT = Clause(
    _KIND.PAYMENT, "30 days from the invoice date. The due date is printed on every invoice.", "4.1"
)
_WRONG = Clause(
    _KIND.COMPLAINTS,
    "Tell us within 7 days of delivery, and only that part of the invoice waits.",
    "6.2",
)
_LATE = Clause(
    _KIND.INTEREST,
    "We set no rate of our own; the statutory rate for late commercial payment applies.",
    "5.1",
)
_OURS = Clause(_KIND.RETENTION_OF_TITLE, "They remain ours until paid for.", "7.1")
FIRST_CLAUSES = (_PAYMENT, _WRONG, _LATE, _OURS)
SECOND_CLAUSES = (
    _PAYMENT,
    Clause(_KIND.CREDIT_LIMIT, "Agreed with each customer, and looked at each year.", "4.3"),
    _WRONG,
    _LATE,
    Clause(_KIND.FIXED_SUMS, "The statutory one, only after two reminders.", "5.2"),
    Clause(
        _KIND.COSTS,
        "Reasonable costs above the statutory fixed sum, only where they were really spent.",
        "5.3",
    ),
    _OURS,
)
GERMAN_CLAUSES = (
    Clause(_KIND.PAYMENT, "30 Tage ab Rechnungsdatum.", "1.1"),
    Clause(_KIND.COMPLAINTS, "Bescheid innerhalb von 7 Tagen nach der Lieferung.", "3.1"),
    Clause(_KIND.INTEREST, "Kein eigener Zinssatz; es gilt der gesetzliche.", "2.1"),
    Clause(_KIND.RETENTION_OF_TITLE, "Die Ware bleibt bis zur Bezahlung unser Eigentum.", "4.1"),
)
