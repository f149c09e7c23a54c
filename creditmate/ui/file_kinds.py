"""The patterns by which file dialogs know our files."""

LEDGER_FILES = "(*.creditmate)"
TABLE_FILES = "(*.csv *.txt *.tsv)"
