"""What CreditMate promises about keeping and guarding a ledger, tried out and counted.

``python3 dev.py figures`` runs it; ``docs/decisions/0017-figures.md`` says what is simulated, how,
and what that does not prove.
"""
