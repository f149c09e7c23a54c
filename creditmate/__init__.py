"""CreditMate: credit control for people who sell on account."""

__version__ = "0.1.0"
