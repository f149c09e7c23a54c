"""A small file of invoices, as another program exports it, for the stories of the tests."""

from pathlib import Path

HEADER = "Customer,Invoice number,Invoice date,Due date,Amount,Date paid,Disputed"
ROWS = (
    # Ashlar pays late, and has done so six times; two are open and overdue on 23 November 2026.
    "Ashlar & Oak,0001,01/04/2026,01/05/2026,1000.00,11/05/2026,No",
    "Ashlar & Oak,0002,01/05/2026,31/05/2026,1000.00,12/06/2026,No",
    "Ashlar & Oak,0003,01/06/2026,01/07/2026,1000.00,09/07/2026,No",
    "Ashlar & Oak,0004,01/07/2026,31/07/2026,1000.00,14/08/2026,No",
    "Ashlar & Oak,0005,01/10/2026,31/10/2026,6000.00,,No",
    "Ashlar & Oak,0006,08/10/2026,07/11/2026,4000.00,,No",
    # Brindle questions one, Calder owes nothing yet, Delph has paid everything in time.
    "Brindle Row,0007,05/10/2026,04/11/2026,500.00,,Yes",
    "Brindle Row,0008,06/10/2026,05/11/2026,250.00,,No",
    "Calder Reach,0009,20/11/2026,20/12/2026,900.00,,No",
    "Delph Hill,0010,01/09/2026,01/10/2026,300.00,28/09/2026,No",
)


def write_books(folder: Path, *rows: str) -> Path:
    """Write the file, with these rows instead of the usual ones if any are given."""
    path = folder / "invoices.csv"
    path.write_text("\n".join((HEADER, *(rows or ROWS))) + "\n", encoding="utf-8")
    return path
