"""The disk is asked where a ledger lies: real folders, links and marks; tables of other systems."""

import json
import plistlib
from pathlib import Path

import pytest

from creditmate.domain.conflict_copies import Likeness
from creditmate.domain.ledger_place import MARKS, Misplaced, Unfit
from creditmate.system.computer import data_folder
from creditmate.system.ledger_place import conflict_copies, ledger_folder, misplaced
from creditmate.system.mounts import mounts, on_linux
from creditmate.system.volumes import on_mac, pulled_out_on_mac

NAME = "Books.creditmate"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user a home of that name, as sync programs are free to be called."""
    home = tmp_path / "Dropbox" / "ellen"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer", "LOCALAPPDATA", "APPDATA",
                 "XDG_CONFIG_HOME", "XDG_DATA_HOME", "CREDITMATE_HOME"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    return home


def synced(by: str) -> Misplaced:
    return Misplaced(Unfit.SYNCED, by)


def test_a_folder_of_ones_own_is_fit_whatever_stands_above_home(home: Path) -> None:
    assert misplaced(home / "Documents" / NAME) is None
    assert misplaced(home / NAME) is None


def test_links_and_other_spellings_lead_to_the_file_itself(home: Path) -> None:
    drive, link = home / "OneDrive", home / "Documents"
    drive.mkdir()
    link.symlink_to(drive, target_is_directory=True)
    assert misplaced(link / NAME) == synced("OneDrive")
    assert misplaced(home / "x" / ".." / "OneDrive" / NAME) == synced("OneDrive")
    (home / "Books").mkdir()
    (drive / NAME).symlink_to(home / "Books" / NAME)
    (home / "Books" / NAME).touch()
    assert misplaced(drive / NAME) is None  # the file itself is not there
    (home / "here.creditmate").symlink_to(drive / "real.creditmate")
    assert misplaced(home / "here.creditmate") == synced("OneDrive")


@pytest.mark.parametrize(("mark", "by"), MARKS.items())
def test_what_sync_programs_leave_in_a_folder_is_found_from_below(
    home: Path, mark: str, by: str
) -> None:
    root = home / "Shared things"
    deep = root / "a" / "b"
    deep.mkdir(parents=True)
    assert misplaced(deep / NAME) is None
    (root / mark).parent.mkdir(exist_ok=True)
    (root / mark).touch()
    assert misplaced(deep / NAME) == synced(by)
    assert misplaced(home / NAME) is None


def test_the_folders_that_the_programs_themselves_name(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    work, cloud, drop = tmp_path / "Arbeit", tmp_path / "Wolke", tmp_path / "Kiste"
    for folder in (work, cloud, drop):
        folder.mkdir()
        assert misplaced(folder / NAME) is None
    monkeypatch.setenv("OneDriveCommercial", str(work))
    settings = home / ".config" / "Nextcloud"
    settings.mkdir(parents=True)
    (settings / "nextcloud.cfg").write_text(
        f"[Accounts]\n0\\Folders\\1\\ignoreHiddenFiles=true\n0\\Folders\\1\\localPath={cloud}/\n"
    )
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(json.dumps({"personal": {"path": str(drop)}}))
    assert misplaced(work / "a" / NAME) == synced("OneDrive")
    assert misplaced(cloud / NAME) == synced("Nextcloud")
    assert misplaced(drop / NAME) == synced("Dropbox")
    assert misplaced(tmp_path / "Kisten" / NAME) is None


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"personal": null}', '{"personal": {}}', "\xff"]
)
def test_lists_that_cannot_be_read_name_nothing(home: Path, content: str) -> None:
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(content, encoding="latin-1")
    settings = home / ".config" / "Nextcloud"
    settings.mkdir(parents=True)
    told = f"localPath=\nlocalPath=relative\n{content}"
    (settings / "nextcloud.cfg").write_text(told, encoding="latin-1")
    assert misplaced(home / NAME) is None


def test_a_new_ledger_goes_where_it_may(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CREDITMATE_HOME", str(home / "Things"))
    assert ledger_folder() == data_folder() == home / "Things"
    monkeypatch.setenv("CREDITMATE_HOME", str(home / "Dropbox" / "Things"))
    assert ledger_folder() != data_folder()
    assert ledger_folder().is_relative_to(home)
    assert misplaced(ledger_folder() / NAME) is None


def test_conflict_copies_are_found_beside_and_nothing_else_is(home: Path) -> None:
    for name in (NAME, f"{NAME}-wal", "Books (Ann's conflicted copy 2026-11-22).creditmate",
                 "Books-LAPTOP-1.creditmate", "Other.creditmate"):  # fmt: skip
        (home / name).touch()
    (home / "Books 2.creditmate").mkdir()
    assert conflict_copies(home / NAME) == [
        (home / "Books (Ann's conflicted copy 2026-11-22).creditmate", Likeness.CERTAIN),
        (home / "Books-LAPTOP-1.creditmate", Likeness.POSSIBLE),
    ]
    assert conflict_copies(home / "no such folder" / NAME) == []


# ------------------------------------------------------------- Linux

MOUNTED = r"""
22 27 0:21 / /proc rw,relatime shared:5 - proc proc rw
27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/none-a2 rw
40 27 0:40 / /home/ellen/My\040Books rw,relatime shared:7 master:2 - nfs4 nas:/books rw,vers=4.2
41 27 8:17 / /media/ellen/STICK rw,nosuid - exfat /dev/none-b1 rw
42 27 8:33 / /data rw - ext4 /dev/none-c1 rw
43 27 253:0 / /vault rw - xfs /dev/mapper/none rw
44 27 0:44 / /mnt/c rw - 9p C:\134 rw,aname=drvfs
45 42 0:45 / /data rw - tmpfs tmpfs rw
"""


@pytest.fixture
def sys_folder(tmp_path: Path) -> Path:
    """Make a small ``/sys``: an inner disk, a stick, an inner card, a vault on the stick."""
    devices = tmp_path / "sys" / "devices"
    block = tmp_path / "sys" / "dev" / "block"
    block.mkdir(parents=True)

    def disk(place: str, numbers: dict[str, str], removable: str) -> None:
        whole = devices / place
        whole.mkdir(parents=True)
        (whole / "removable").write_text(f"{removable}\n")
        for number, part in numbers.items():
            (whole / part).mkdir(exist_ok=True)
            (whole / part / "partition").write_text("1\n")
            (block / number).symlink_to(whole / part)

    disk("pci0/ata1/block/sda", {"8:2": "sda2"}, "0")
    disk("pci0/usb2/2-1/block/sdb", {"8:17": "sdb1"}, "0")
    disk("pci0/mmc0/block/mmcblk0", {"8:33": "mmcblk0p1"}, "1")
    vault = devices / "virtual" / "block" / "dm-0"
    (vault / "slaves").mkdir(parents=True)
    (vault / "slaves" / "sdb1").symlink_to(devices / "pci0/usb2/2-1/block/sdb/sdb1")
    (block / "253:0").symlink_to(vault)
    return tmp_path / "sys"


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/home/ellen/Documents", None),
        ("/home/ellen/My Books", Misplaced(Unfit.NETWORK, "nfs4")),
        ("/home/ellen/My Books/2026", Misplaced(Unfit.NETWORK, "nfs4")),
        ("/home/ellen/My Bookshelf", None),
        ("/media/ellen/STICK/a", Misplaced(Unfit.REMOVABLE, "STICK")),
        ("/vault", Misplaced(Unfit.REMOVABLE, "vault")),
        ("/mnt/c/Users/ellen", Misplaced(Unfit.NETWORK, "9p")),
        ("/data", None),  # the later mount hides the card
    ],
)
def test_linux_is_asked_for_mount_and_disk(
    path: str, found: Misplaced | None, sys_folder: Path
) -> None:
    assert on_linux(Path(path, NAME), mounts(MOUNTED), sys_folder) == found


def test_the_kernel_knows_what_is_pulled_out(sys_folder: Path) -> None:
    without_cover = MOUNTED.replace("45 42 0:45 / /data", "45 42 0:45 / /elsewhere")
    found = on_linux(Path("/data", NAME), mounts(without_cover), sys_folder)
    assert found == Misplaced(Unfit.REMOVABLE, "data")


def test_a_computer_that_runs_from_a_stick_may_keep_its_ledger_there(sys_folder: Path) -> None:
    from_stick = "27 1 8:17 / / rw - ext4 /dev/none-b1 rw\n43 27 253:0 / /home rw - xfs /dev/x rw\n"
    assert on_linux(Path("/home", NAME), mounts(from_stick), sys_folder) is None
    assert on_linux(Path("/", NAME), mounts(from_stick), sys_folder) is None


def test_what_cannot_be_asked_counts_as_ones_own(tmp_path: Path) -> None:
    assert on_linux(Path("/x", NAME), mounts(""), tmp_path) is None
    assert on_linux(Path("/vault", NAME), mounts(MOUNTED), tmp_path) is None
    assert list(mounts("nonsense\n1 2 3 - \n - \n")) == []


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="Linux only")
def test_this_computers_own_table_is_understood(tmp_path: Path) -> None:
    text = Path("/proc/self/mountinfo").read_text(encoding="utf-8")
    assert "/" in {mount.point for mount in mounts(text)}
    assert misplaced(tmp_path / NAME) is None


# ------------------------------------------------------------- macOS

MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//ellen@nas/books on /Volumes/books (smbfs, nodev, nosuid, mounted by ellen)
/dev/disk4s1 on /Volumes/STICK 1 (exfat, local, nodev, nosuid, noowners)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
nonsense
"""


@pytest.mark.parametrize(
    ("path", "point", "found"),
    [
        ("/Users/ellen", "/", None),
        ("/Volumes/books/a", "/Volumes/books", Misplaced(Unfit.NETWORK, "smbfs")),
        ("/Volumes/STICK 1", "/Volumes/STICK 1", None),
        ("/Volumes/bookshelf", "/", None),
    ],
)
def test_macs_mounts_are_understood(path: str, point: str, found: Misplaced | None) -> None:
    assert on_mac(Path(path, NAME), MAC) == (point, found)
    assert on_mac(Path(path, NAME), "") == ("/", None)


@pytest.mark.parametrize(
    ("facts", "pulled_out"),
    [
        ({"RemovableMediaOrExternalDevice": True, "BusProtocol": "USB"}, True),
        ({"RemovableMediaOrExternalDevice": False, "BusProtocol": "PCI-Express"}, False),
        ({"RemovableMediaOrExternalDevice": True, "BusProtocol": "Disk Image"}, False),
        ({"RemovableMedia": True}, True),
        ({}, False),
    ],
)
def test_macs_word_on_a_volume_is_understood(facts: dict[str, object], pulled_out: bool) -> None:
    assert pulled_out_on_mac(plistlib.dumps(facts)) is pulled_out
    assert pulled_out_on_mac(b"nothing") is False
