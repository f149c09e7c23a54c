"""The toolkit's own soundness, which a version of it lacked."""

import os
import subprocess
import sys

PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for _ in range(200_000):
    label.setText("x")
print(label.text())
"""


def test_setting_a_text_often_does_not_abort() -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None with every call and aborts."""
    asked = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert (asked.returncode, asked.stdout) == (0, "x\n"), asked.stderr
