"""What a malformed file is, and the good rows around what is wrong with it."""

from dataclasses import dataclass

from creditmate.domain.importing import Ask, ImportOptions, Reason

HEAD = "Customer,Invoice no,Invoice date,Due date,Amount"
GOOD = "Acme,0001,2024-01-15,2024-02-14,100.00"
GOOD_2 = "Bolt,0002,2024-01-16,2024-02-15,200.50"
POUNDS = ImportOptions(currency="GBP")

Place = tuple[Reason, int | None, str | None]


@dataclass(frozen=True)
class Malformed:
    """A file, the options it is read with, and everything that has to be found."""

    name: str
    data: bytes
    problems: tuple[Place, ...] = ()
    questions: tuple[Ask, ...] = ()
    options: ImportOptions = POUNDS


def table(*rows: str, head: str = HEAD) -> bytes:
    """Return a CSV file of these lines below a header."""
    return "".join(line + "\r\n" for line in (head, *rows)).encode()


def wrong_row(name: str, row: str, reason: Reason, column: str | None) -> Malformed:
    """A file whose third row is wrong, between good ones."""
    return Malformed(name, table(GOOD, row, GOOD_2), ((reason, 3, column),))
