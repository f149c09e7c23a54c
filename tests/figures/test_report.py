"""The document and the data of the figures say the same, and the Trust page can read it."""

import json
from pathlib import Path

import pytest

from creditmate import __version__
from creditmate.services.published_figures import published_figures
from figures import report
from figures.every import FIGURES
from figures.result import Figure, Verdict, judged, not_run

TRIED = [
    (Figure(1, "Killed", lambda _: not_run("")), judged("200 kills: 0 lost", [])),
    (Figure(3, "Cut off", lambda _: not_run("")), judged("1 image: 1 lost", ["a | fault"])),
    (Figure(12, "Old ones", lambda _: not_run("")), not_run("there is none yet")),
]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(report, "DOCUMENT", tmp_path / "figures.md")
    monkeypatch.setattr(report, "DATA", tmp_path / "figures.json")
    report.write(TRIED)
    return tmp_path


def document(folder: Path) -> str:
    return (folder / "figures.md").read_text(encoding="utf-8")


def test_the_table_has_a_row_for_each_and_says_which_promise_was_not_kept(written: Path) -> None:
    text = document(written)
    assert "1 kept, 1 not kept, 1 not run." in text
    assert "| 1 | Killed | 200 kills: 0 lost | kept |" in text
    assert "| 3 | Cut off | 1 image: 1 lost; a / fault | **not kept** |" in text
    assert "| 12 | Old ones | there is none yet | not run |" in text
    assert "SQLCipher 4." in text
    assert __version__ in text


def test_what_is_tried_again_takes_the_place_of_what_was_and_the_rest_stays(written: Path) -> None:
    again = (TRIED[1][0], judged("9 images: 0 lost", []))
    report.write([again], quick=True, others_stay=True)
    text = document(written)
    assert "2 kept, 0 not kept, 1 not run." in text
    assert "200 kills: 0 lost" in text
    (row,) = (line for line in text.splitlines() if "9 images" in line)
    assert row.endswith(", quick part |")
    report.write([again])
    assert "200 kills" not in document(written)
    assert "quick part |" not in document(written)


def test_what_was_published_of_another_version_does_not_stay(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "__version__", "99")
    report.write(TRIED[:1], others_stay=True)
    assert "Cut off" not in document(written)


def test_the_program_reads_what_was_run_and_nothing_else_as_kept_or_not(written: Path) -> None:
    published = published_figures(written / "figures.json")
    assert published is not None
    assert published.version == __version__
    assert [(each.number, each.ok) for each in published.figures] == [(1, True), (3, False)]
    (left_out,) = json.loads((written / "figures.json").read_bytes())["not_run"]
    assert (left_out["number"], left_out["result"]) == (12, "there is none yet")


def test_every_figure_of_the_design_is_there() -> None:
    assert {figure.number for figure in FIGURES} == set(range(1, 20))
    assert len({figure.title for figure in FIGURES}) == len(FIGURES)


def test_what_was_not_run_is_no_success() -> None:
    assert judged("x", []).verdict is Verdict.KEPT
    assert judged("x", ["y"]).verdict is Verdict.BROKEN
    assert not_run("x").verdict is Verdict.NOT_RUN
