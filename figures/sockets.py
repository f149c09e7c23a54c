"""Figure 19: nothing is sent anywhere. Every socket is counted where it cannot be hidden.

The kernel is asked, by strace: libraries in C++ open sockets that Python never sees. Sockets within
the computer (the desktop, the second start of the program) are counted apart.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from figures.follow import why_not
from figures.result import Result, Setting, judged, not_run

_ROOT = Path(__file__).parent.parent
_LOCAL = frozenset({"AF_UNIX", "AF_LOCAL", "AF_NETLINK", "AF_ALG"})
_SOCKET = re.compile(r"socket\((?P<family>\w+)")
_SENT = re.compile(r"(?:connect|sendto|bind)\(.*sa_family=(?P<family>AF_INET6?)")
_CONTROL = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"


def sockets(setting: Setting) -> Result:
    """Run the self-test and draw every place of the window; count what the kernel was asked for."""
    if reason := why_not():
        return not_run(reason)
    runs = [("self-test (ledgers, import, invoice, statement, backup, window)", _SELF_TEST)]
    if not setting.quick:
        runs.append(("every place and dialog of the window", _SCENES))
    told, faults = [], []
    for name, code in runs:
        inward, outward = _opened(setting.folder, code)
        told.append(f"{name}: {outward} ({inward} within the computer)")
        if outward:
            faults.append(f"{name}: {outward} sockets")
    if not _opened(setting.folder, _CONTROL)[1]:
        faults.append("the control opened one, which was not seen")
    return judged(f"sockets to a network: {'; '.join(told)}", faults)


_SELF_TEST = "import sys; from creditmate.__main__ import main; sys.exit(main(['self-test']))"
_SCENES = """
import dataclasses, tempfile
from pathlib import Path
from tools import screenshots
with tempfile.TemporaryDirectory() as folder:
    stage = screenshots.make_stage(Path(folder))
    look, size = screenshots.LOOKS[0], screenshots.SIZES[0]
    assert len(list(screenshots.draw(stage, "en_GB", look, size, Path(folder)))) > 50
"""


def _opened(folder: Path, code: str) -> tuple[int, int]:
    """Run a program; return how many sockets it opened within the computer, and how many others."""
    log = folder / "log"
    facts = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "CREDITMATE_HOME": str(folder / "home"),
    }  # fmt: skip
    options = ("-f", "-qq", "--seccomp-bpf", "-e", "trace=%network", "-o", str(log))
    done = subprocess.run(
        ["strace", *options, sys.executable, "-c", code],
        check=False, capture_output=True, text=True, cwd=_ROOT, env=facts,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"it ended with {done.returncode}: {done.stderr[-500:]}")
    calls = log.read_text(encoding="utf-8", errors="replace")
    families = [found["family"] for found in _SOCKET.finditer(calls)]
    outward = [family for family in families if family not in _LOCAL]
    outward += [found["family"] for found in _SENT.finditer(calls)]
    return len(families) - len(outward), len(outward)
