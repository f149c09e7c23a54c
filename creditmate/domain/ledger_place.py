"""Where a ledger must not lie: in a synchronised folder, on a network, on what is pulled out.

A sync program reads the file while it is written: 59 of 60 such copies were broken, and two
computers soon have two ledgers (reliability.md, findings 1.5 and e; D5). On a network the lock
that keeps two programs apart, and the order of writes that survives a power cut, are promises of
another computer. What is pulled out in the middle of a save loses it, and sticks say that they
have written what they have not. So such places are refused, with a better offer.

Names only; ``system`` asks the disk.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Unfit(StrEnum):
    """Why a place is none for a ledger."""

    SYNCED = "synced"
    NETWORK = "network"
    REMOVABLE = "removable"


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A place is refused: why, and what it belongs to, as its owner calls it; may be empty."""

    why: Unfit
    by: str = ""


# Folders' names as the programs give them, folded, and what the owner calls the program.
_NAMES = {
    "onedrive": "OneDrive",
    "skydrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "box sync": "Box",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "megasync": "MEGA",
    "seafile": "Seafile",
    "seadrive": "Seafile",
    "proton drive": "Proton Drive",
    "yandex.disk": "Yandex Disk",
    "creative cloud files": "Creative Cloud",
}
_WITH_MORE = (
    ("onedrive - ", "OneDrive"),  # OneDrive - Kestrel Lane Ltd
    ("dropbox (", "Dropbox"),  # Dropbox (Personal)
    ("nextcloud - ", "Nextcloud"),
    ("google drive (", "Google Drive"),
)
_CLOUD_STORAGE = "cloudstorage"
"""macOS: every file provider has a folder in ``~/Library/CloudStorage``."""
MARKS = {
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".sync/ID": "Resilio Sync",
}
"""What the programs leave in the folders that they synchronise."""

_NETWORKS = frozenset(
    "9p acfs afpfs afs beegfs ceph cifs coda davfs fhgfs ftp gfs gfs2 glusterfs gpfs lustre ncpfs"
    " nfs nfs3 nfs4 ocfs2 orangefs panfs prl_fs smb2 smb3 smbfs vboxsf virtiofs vmhgfs webdav"
    " fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.kio-fuse fuse.davfs fuse.davfs2 fuse.s3fs"
    " fuse.goofys fuse.glusterfs fuse.ceph fuse.ceph-fuse fuse.curlftpfs fuse.smbnetfs"
    " fuse.juicefs fuse.vmhgfs-fuse fuse.portal".split()
)
_SYNCED = {
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.onedriver": "OneDrive",
    "fuse.pcloud": "pCloud",
    "fuse.pcloud.fs": "pCloud",
    "fuse.seadrive": "Seafile",
    "fuse.dropbox": "Dropbox",
}


def synced_by_name(folders: Sequence[str]) -> Misplaced | None:
    """Return what synchronises a file, told by its folders' names.

    Args:
        folders: From the user's own folder down, or from the root where it lies elsewhere: what
            stands above may be called after anybody.
    """
    for place, folder in enumerate(folders):
        name = folder.casefold().strip()
        found = _NAMES.get(name) or next(
            (owner for start, owner in _WITH_MORE if name.startswith(start)), ""
        )
        if place and folders[place - 1].casefold() == _CLOUD_STORAGE:
            found = found or folder.split("-")[0]  # GoogleDrive-ellen@…, Box-Box
            found = _NAMES.get(found.casefold(), found)
        if found:
            return Misplaced(Unfit.SYNCED, found)
    return None


def synced_by_marks(marks: Collection[str]) -> Misplaced | None:
    """Return what synchronises a folder in which these ``MARKS`` were found."""
    return next((Misplaced(Unfit.SYNCED, MARKS[mark]) for mark in MARKS if mark in marks), None)


def by_file_system(kind: str, *, whole_system: bool = False) -> Misplaced | None:
    """Return why a kind of file system is none for a ledger, as the system calls it.

    Args:
        kind: Such as ``nfs4`` or ``fuse.sshfs``.
        whole_system: The computer runs from it. A virtual computer's own disk may be handed to it
            in ways that are otherwise used for shared folders.
    """
    kind = kind.casefold()
    if kind in _SYNCED:
        return Misplaced(Unfit.SYNCED, _SYNCED[kind])
    if whole_system and kind in {"9p", "virtiofs"}:
        return None
    return Misplaced(Unfit.NETWORK, kind) if kind in _NETWORKS else None


def is_network_path(path: str) -> bool:
    r"""Whether a path of Windows names another computer: ``\\server\share``, also spelled long."""
    plain = path.replace("/", "\\")
    if plain.casefold().startswith("\\\\?\\unc\\"):
        return True
    return plain.startswith("\\\\") and not plain.startswith(("\\\\?\\", "\\\\.\\"))
