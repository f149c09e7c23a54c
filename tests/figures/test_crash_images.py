"""The power-cut simulator: what was synced stays, what was not may go, and it can lose things."""

from collections.abc import Sequence
from random import Random

from figures.crash_images import SECTOR, Disk, Loss, images
from figures.disk_log import Cut, Deed, Made, Removed, Renamed, Synced, Told, Wrote

FOLDER, FILE, OTHER = "/books", "/books/a", "/books/b"
OLD = {FILE: b"old"}


def after(*deeds: Deed, before: dict[str, bytes] | None = None) -> Disk:
    disk = Disk(OLD if before is None else before)
    for deed in deeds:
        disk.do(deed)
    return disk


def every(disk: Disk, loss: Loss) -> list[dict[str, bytes]]:
    """What may be left, in many throws of the dice."""
    return [disk.cut(loss, Random(seed)) for seed in range(60)]


def some(found: Sequence[dict[str, bytes]], path: str) -> set[bytes | None]:
    return {each.get(path) for each in found}


def test_what_was_synced_is_there_whatever_is_lost() -> None:
    disk = after(Wrote(FILE, 0, b"new"), Synced(FILE))
    for loss in Loss:
        assert some(every(disk, loss), FILE) == {b"new"}


def test_what_was_not_synced_may_be_there_or_not() -> None:
    disk = after(Wrote(FILE, 0, b"new"))
    assert some(every(disk, Loss.DROPPED), FILE) == {b"old"}
    assert some(every(disk, Loss.SOME), FILE) == {b"old", b"new"}


def test_a_later_write_may_be_there_without_an_earlier_one() -> None:
    disk = after(Wrote(FILE, 0, b"A"), Wrote(FILE, 2, b"Z"))
    assert b"olZ" in some(every(disk, Loss.SOME), FILE)


def test_a_write_tears_at_the_disks_sectors_and_nowhere_else() -> None:
    size = 3 * SECTOR
    disk = after(Wrote(FILE, 100, b"n" * (size - 100)), before={FILE: b"o" * size})
    found = some(every(disk, Loss.TORN), FILE)
    assert len(found) > 4
    for content in found:
        assert content is not None
        assert content[:100] == b"o" * 100
        edges = {100, SECTOR, 2 * SECTOR}
        changes = {at for at in range(1, size) if content[at] != content[at - 1]}
        assert changes <= edges


def test_a_name_that_was_not_synced_may_be_missing_and_keeps_its_order() -> None:
    disk = after(Made(OTHER), Wrote(OTHER, 0, b"new"), Synced(OTHER), Renamed(OTHER, FILE))
    found = every(disk, Loss.SOME)
    assert some(found, FILE) == {b"old", b"new"}
    assert all(each[FILE] == b"old" for each in found if OTHER in each)
    disk.do(Synced(FOLDER))
    assert some(every(disk, Loss.DROPPED), FILE) == {b"new"}


def test_a_file_that_was_renamed_before_it_was_synced_may_be_empty() -> None:
    """What finding 9 of reliability.md is about: the simulator has to be able to show it."""
    disk = after(
        Made(OTHER), Wrote(OTHER, 0, b"new"), Renamed(OTHER, FILE), Synced(FOLDER)
    )  # fmt: skip
    assert some(every(disk, Loss.DROPPED), FILE) == {b""}


def test_cuts_and_removals() -> None:
    assert after(Cut(FILE, 1), Synced(FILE)).cut(Loss.DROPPED, Random(0)) == {FILE: b"o"}
    assert after(Cut(FILE, 5), Synced(FILE)).cut(Loss.DROPPED, Random(0)) == {FILE: b"old\0\0"}
    gone = after(Removed(FILE))
    assert gone.cut(Loss.DROPPED, Random(0)) == OLD
    gone.do(Synced(FOLDER))
    assert gone.cut(Loss.DROPPED, Random(0)) == {}


def test_each_image_knows_what_had_been_told_by_then() -> None:
    deeds: list[Deed] = [
        Wrote(FILE, 0, b"1"),
        Synced(FILE),
        Told("1"),
        Wrote(FILE, 0, b"2"),
        Told("2"),
    ]
    made = list(images(OLD, deeds, 100, Random(1)))
    assert len(made) == len(deeds) * len(Loss)
    assert [image.told for image in made][:: len(Loss)] == [(), (), ("1",), ("1",), ("1", "2")]
    lying = [image for image in made if image.told == ("1", "2") and image.files[FILE][:1] != b"2"]
    assert lying, "saved and told, and never synced: it has to be found lost"
