"""What other programs are shown does not stay behind."""

import subprocess
import sys
from pathlib import Path

from creditmate.system.passing_folder import PassingFolder

SCRIPT = """
import sys
from creditmate.system.passing_folder import PassingFolder
kept = PassingFolder()
print(kept.put("S-1.pdf", b"paper"))
kept.ring = kept
"""


def test_nothing_is_made_before_it_is_needed_and_nothing_stays() -> None:
    folder = PassingFolder()
    folder.clear()
    path = folder.put("S-1.pdf", b"paper")
    assert path.read_bytes() == b"paper"
    folder.clear()
    assert not path.parent.exists()
    again = folder.put("S-2.pdf", b"other")
    assert again.read_bytes() == b"other"
    del folder
    assert not again.parent.exists()


def test_the_same_is_not_written_twice() -> None:
    folder = PassingFolder()
    path = folder.put("S-1.pdf", b"paper")
    path.chmod(0o400)
    before = path.stat().st_mtime_ns
    assert folder.put("S-1.pdf", b"paper") == path
    assert path.stat().st_mtime_ns == before


def test_it_goes_with_the_program() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stderr == ""
    path = Path(ended.stdout.strip())
    assert path.name == "S-1.pdf"
    assert not path.parent.exists()
