"""Find or do: one field for whatever is in the ledger and whatever the program can do."""
