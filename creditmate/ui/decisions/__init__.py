"""Decisions about a customer: small dialogs, and what follows from them."""
