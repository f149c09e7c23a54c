"""What a ledger's file is called."""

from pathlib import Path

import pytest

from creditmate.system.ledger_names import LONGEST, ledger_path


@pytest.mark.parametrize(
    ("business", "file"),
    [
        ("Larkspur & Sons Ltd", "Larkspur & Sons Ltd"),
        ("  A/B: \\C*  Trading?", "A B C Trading"),
        ("Öl & Käse GmbH.", "Öl & Käse GmbH"),
        ("../..", "ledger"),
        ("con", "con ledger"),
        ("LPT1.old", "LPT1.old ledger"),
        ("x" * 300, "x" * LONGEST),
    ],
)
def test_every_system_can_have_the_name(business: str, file: str) -> None:
    assert ledger_path(Path("books"), business) == Path("books") / f"{file}.creditmate"
