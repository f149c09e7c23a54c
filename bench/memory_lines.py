"""The most memory that the program takes for a while, in processes of their own.

python -m bench.memory_lines bare | asking LEDGER | importing LEDGER ROWS
"""

import subprocess
import sys
from pathlib import Path

from bench.book import bench_folder, copied, empty_ledger, opened
from bench.measure import Line


def memory_lines(book: Path, rows: int) -> list[Line]:
    """Compare peaks with that of the program's parts merely loaded; nothing on Windows."""
    if sys.platform == "win32":
        return []
    bare = _peak("bare")
    empty = bench_folder() / "empty.creditmate"
    empty.unlink(missing_ok=True)
    empty_ledger(empty)
    note = f"of the command line's parts merely loaded ({bare / 1e6:.0f} MB)"
    peaks = {
        "peak memory: aged debtors and Today": _peak("asking", str(book)),
        f"peak memory: import of {rows:,} rows": _peak("importing", str(empty), str(rows)),
    }
    return [Line(f"{what}: {peak / 1e6:.0f} MB", (peak / bare,), 0.0, note)
            for what, peak in peaks.items()]  # fmt: skip


def _peak(*arguments: str) -> int:
    command = [sys.executable, "-m", "bench.memory_lines", *arguments]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main(what: str, *arguments: str) -> None:
    """Do one thing and print the bytes it took at most."""
    import creditmate.bootstrap  # noqa: F401, PLC0415 - what is loaded counts

    if what == "asking":
        from bench.aged_lines import ask  # noqa: PLC0415

        with opened(Path(arguments[0])):
            ask()
    elif what == "importing":
        from bench.import_lines import invoice_file, read, write  # noqa: PLC0415

        data = invoice_file(int(arguments[1]))
        path = copied(Path(arguments[0]), "memory.creditmate")
        with opened(path) as gateway:
            write(gateway, read(data))
        path.unlink()
    print(_highest())


def _highest() -> int:
    """Bytes this process has held at most.

    Linux's ``ru_maxrss`` remembers what the process that started this one held: not asked there.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(*sys.argv[1:])
