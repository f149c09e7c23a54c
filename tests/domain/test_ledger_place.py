"""Which places are none for a ledger, told by names; and which names are conflict copies."""

import pytest

from creditmate.domain.conflict_copies import Likeness, likeness
from creditmate.domain.ledger_place import (
    MARKS,
    Misplaced,
    Unfit,
    by_file_system,
    is_network_path,
    synced_by_marks,
    synced_by_name,
)


@pytest.mark.parametrize(
    ("folders", "by"),
    [
        (("OneDrive",), "OneDrive"),
        (("OneDrive - Kestrel Lane Ltd", "Documents"), "OneDrive"),
        (("D:\\", "onedrive", "Books"), "OneDrive"),
        (("Dropbox", "Office"), "Dropbox"),
        (("Dropbox (Personal)",), "Dropbox"),
        (("iCloudDrive",), "iCloud Drive"),
        (("Library", "Mobile Documents", "com~apple~CloudDocs"), "iCloud Drive"),
        (("Library", "CloudStorage", "GoogleDrive-ellen@rook.example", "My Drive"), "Google Drive"),
        (("Library", "CloudStorage", "OneDrive-Personal"), "OneDrive"),
        (("Library", "CloudStorage", "Box-Box"), "Box"),
        (("Google Drive",), "Google Drive"),
        (("Nextcloud", "Shared"), "Nextcloud"),
        (("Syncthing",), "Syncthing"),
    ],
)
def test_folders_of_sync_programs_are_known_by_name(folders: tuple[str, ...], by: str) -> None:
    assert synced_by_name(folders) == Misplaced(Unfit.SYNCED, by)


@pytest.mark.parametrize(
    "folders",
    [
        (),
        ("Documents", "Books"),
        ("OneDriveBackup",),
        ("My Dropbox letters",),
        ("Box",),
        ("Sync",),
        ("Cloud",),
    ],
)
def test_other_folders_are_not(folders: tuple[str, ...]) -> None:
    assert synced_by_name(folders) is None


@pytest.mark.parametrize(("mark", "by"), MARKS.items())
def test_every_mark_names_its_program(mark: str, by: str) -> None:
    assert synced_by_marks(["Documents", mark]) == Misplaced(Unfit.SYNCED, by)
    assert synced_by_marks(["Documents"]) is None


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "9p", "vboxsf", "NFS4"]
)
def test_network_file_systems(kind: str) -> None:
    assert by_file_system(kind) == Misplaced(Unfit.NETWORK, kind.casefold())


@pytest.mark.parametrize(
    "kind", ["ext4", "xfs", "btrfs", "zfs", "apfs", "ntfs3", "fuseblk", "vfat", "tmpfs", "overlay",
             "fuse.gocryptfs", "ecryptfs", "f2fs"]
)  # fmt: skip
def test_file_systems_of_ones_own(kind: str) -> None:
    assert by_file_system(kind) is None


def test_a_virtual_computers_own_disk_is_its_own() -> None:
    assert by_file_system("virtiofs", whole_system=True) is None
    assert by_file_system("nfs4", whole_system=True) is not None
    assert by_file_system("fuse.onedriver") == Misplaced(Unfit.SYNCED, "OneDrive")


@pytest.mark.parametrize(
    ("path", "network"),
    [
        (r"\\nas\books\a.creditmate", True),
        ("//nas/books/a.creditmate", True),
        (r"\\?\UNC\nas\books\a.creditmate", True),
        (r"\\?\unc\nas\books", True),
        (r"\\wsl.localhost\Debian\home", True),
        (r"\\?\C:\Users\ellen", False),
        (r"\\.\C:\Users", False),
        (r"C:\Users\ellen\a.creditmate", False),
        ("/home/ellen", False),
    ],
)
def test_paths_that_name_another_computer(path: str, network: bool) -> None:
    assert is_network_path(path) is network


LEDGER = "Books & Co (2).creditmate"
STEM = "Books & Co (2)"


@pytest.mark.parametrize(
    "added",
    [
        " (Ann's conflicted copy 2026-11-22)",  # Dropbox
        " (LAPTOP's conflicted copy 2026-11-22) (1)",
        " (In Konflikt stehende Kopie von Ann 2026-11-22)",
        " (Copie en conflit de PC-BUREAU 2026-11-22)",
        " (conflicted copy)",
        " (Case Conflict 1)",
        " (Selective Sync Conflict)",
        ".sync-conflict-20261122-101112-ABCDEFG",  # Syncthing
        ".sync-conflict-20261122-101112",
        " (conflicted copy 2026-11-22 101112)",  # Nextcloud
        " (conflicted copy ann 2026-11-22 101112)",
        "_conflict-20261122-101112",  # ownCloud
        "_conf(1)",  # Google Drive
        " [Conflict]",
        ".Conflict",  # Resilio
        " (SFConflict ann@rook.example 2026-11-22-10-11-12)",  # Seafile
    ],
)
def test_names_that_only_sync_programs_give(added: str) -> None:
    assert likeness(LEDGER, f"{STEM}{added}.creditmate") is Likeness.CERTAIN
    assert likeness(LEDGER, f"{STEM}{added}.CreditMate".replace("Books", "BOOKS")) is (
        Likeness.CERTAIN
    )


@pytest.mark.parametrize(
    "added", ["-LAPTOP-AB12CD", "-DESKTOP-7Q8-2", " (1)", " 2", " - Copy", " copy", " copy 2"]
)
def test_names_that_may_be_another_ledger(added: str) -> None:
    assert likeness(LEDGER, f"{STEM}{added}.creditmate") is Likeness.POSSIBLE
    assert likeness(LEDGER, f"Copy of {LEDGER}") is Likeness.POSSIBLE


@pytest.mark.parametrize(
    "other",
    [
        LEDGER,
        LEDGER.upper(),
        f"{LEDGER}-wal",
        f"{STEM} 20261122T101112Z.creditmate-backup",
        "Booksellers.creditmate",
        "Other (Ann's conflicted copy 2026-11-22).creditmate",
        f"{STEM}.csv",
        f"{STEM}shop.creditmate",
    ],
)
def test_names_of_other_things(other: str) -> None:
    assert likeness(LEDGER, other) is None
