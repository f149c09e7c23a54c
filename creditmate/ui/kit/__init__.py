"""What screens share: widgets that know the theme and nothing of the ledger."""
