"""Files kept inside the ledger."""

from pathlib import Path

import pytest

from creditmate.db.connection import execute
from creditmate.db.disputes import add_disputes
from creditmate.db.proof import prove_all
from creditmate.domain.attachments import LARGEST, About, Subject, media_type, safe_name
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.refusals import Why
from creditmate.services.attachments import Attachments, read_file
from tests.builders import a_customer, an_invoice, day
from tests.services.conftest import Office

PDF = b"%PDF-1.4\nsigned\n%%EOF\n"


@pytest.fixture
def files(office: Office) -> Attachments:
    with office.gateway.write("customers") as writing:
        acme, _birch = a_customer(writing, "ACME"), a_customer(writing, "BIRCH")
        entry = an_invoice(writing, acme, "A-1", day(0), 1000)
        raised = (acme, day(3), 0, "quality", "", None, "", None)
        add_disputes(writing, [raised], [(0, entry, None)])
    return Attachments(office.gateway, office.clock)


def refused(error: UserError) -> object:
    assert error.problem is Problem.ATTACHMENT_REFUSED
    return error.facts["why"]


def test_a_file_is_kept_listed_and_handed_out(files: Attachments) -> None:
    made = files.add("acme", "delivery note.PDF", PDF, About(Subject.DISPUTE, 1, "signed for"))
    (row,) = files.of("ACME")
    assert (row.id, row.name, row.media_type) == (made.id, "delivery note.PDF", "application/pdf")
    assert (row.size, row.subject, row.subject_id) == (len(PDF), Subject.DISPUTE, 1)
    assert row.added_at.startswith("2026-11-23T09:30")
    assert files.content(row.id) == PDF
    with pytest.raises(UserError) as caught:
        files.content(99)
    assert caught.value.problem is Problem.ATTACHMENT_REFUSED
    path = files.export(row.id)
    assert path.read_bytes() == PDF
    assert path.name == f"{row.id} delivery note.PDF"
    assert prove_all() == []


def test_the_same_bytes_are_kept_once(files: Attachments) -> None:
    first = files.add("ACME", "a.pdf", PDF)
    again = files.add("ACME", "b.pdf", PDF)
    assert again.id == first.id
    files.add("BIRCH", "c.pdf", PDF)
    files.add("ACME", "d.pdf", PDF, About(Subject.DOCUMENT, 1))
    assert execute("SELECT count(*) FROM blob").fetchone() == (1,)
    assert [row.name for row in files.of("ACME")] == ["d.pdf", "a.pdf"]


def test_what_cannot_be_kept_is_refused(files: Attachments) -> None:
    for content, subject, subject_id, why in (
        (b"", Subject.CUSTOMER, None, "empty"),
        (b"x" * (LARGEST + 1), Subject.CUSTOMER, None, "large"),
        (PDF, Subject.CUSTOMER, 1, "subject"),
        (PDF, Subject.DISPUTE, 2, "subject"),
        (PDF, Subject.INTERACTION, None, "subject"),
    ):
        with pytest.raises(UserError) as caught:
            files.add("ACME", "n.pdf", content, About(subject, subject_id))
        assert refused(caught.value) == why
    with pytest.raises(UserError) as caught:
        files.add("BIRCH", "n.pdf", PDF, About(Subject.DISPUTE, 1))
    assert refused(caught.value) == "subject"
    with pytest.raises(UserError) as caught:
        files.add("ACME", "n.pdf", PDF, About(note="n" * 501))
    assert caught.value.facts["why"] == Why.TOO_LONG.value
    with pytest.raises(UserError) as caught:
        files.export(9)
    assert refused(caught.value) == "gone"
    assert execute("SELECT count(*) FROM blob").fetchone() == (0,)


def test_a_file_is_read_only_if_it_can_be_kept(tmp_path: Path) -> None:
    good, empty, large = (tmp_path / name for name in ("good.txt", "empty.txt", "large.bin"))
    good.write_bytes(b"words")
    empty.write_bytes(b"")
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert read_file(good) == b"words"
    for path, why in ((empty, "empty"), (large, "large"), (tmp_path / "none", "unreadable")):
        with pytest.raises(UserError) as caught:
            read_file(path)
        assert refused(caught.value) == why


def test_a_file_is_put_away_and_taken_back(files: Attachments) -> None:
    files.add("ACME", "a.pdf", PDF)
    (row,) = files.of("ACME")
    files.archive(row.id, row.version)
    assert files.of("ACME") == []
    (away,) = files.of("ACME", archived=True)
    with pytest.raises(UserError) as caught:
        files.restore(row.id, row.version)
    assert caught.value.problem is Problem.CHANGED_MEANWHILE
    files.restore(away.id, away.version)
    assert [one.name for one in files.of("ACME")] == ["a.pdf"]
    assert prove_all() == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("note.pdf", "note.pdf"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("C:\\x\ny?.txt", "C--x-y-.txt"),
        ("...", "-"),
        ("", "-"),
        ("n" * 300 + ".pdf", "n" * 196 + ".pdf"),
        ("n" * 300, "n" * 200),
    ],
)
def test_a_name_stays_within_its_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_what_a_file_is_goes_by_its_name() -> None:
    assert media_type("A.JPG") == "image/jpeg"
    assert media_type("a.exe") == "application/octet-stream"
    assert media_type("pdf") == "application/octet-stream"


def test_what_a_file_shows_is_said_afterwards(files: Attachments) -> None:
    made = files.add("ACME", "a.pdf", PDF)
    files.annotate(made.id, 1, "  Terms, signed  ")
    (row,) = files.of("ACME")
    assert (row.note, row.version) == ("Terms, signed", 2)
    with pytest.raises(UserError) as caught:
        files.annotate(made.id, 2, "x" * 501)
    assert caught.value.facts["why"] == Why.TOO_LONG.value
    assert prove_all() == []
