"""Proving a ledger: the chain, every kept figure, every invariant, every paper's bytes."""

from creditmate.db.proof.everything import interruptible, prove_all
from creditmate.db.proof.finding import Finding

__all__ = ["Finding", "interruptible", "prove_all"]
