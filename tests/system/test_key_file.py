"""Figure 15: a wrong password is refused as one; a damaged key file never is, and vice versa."""

import json
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.system.key_file import (
    MOST_PASSWORDS,
    KeyFile,
    key_file_from,
    new_key,
    new_key_file,
    with_slot,
    without_slot,
)
from creditmate.system.password_slot import MEMORY_KIB, PASSES, locked

PASSWORD = "Déjà vu: fünf Wörter, ½ Ж"
WRONG = [
    "",
    " ",
    "\x00",
    f"{PASSWORD}\x00",
    f"{PASSWORD}\x00more",
    PASSWORD.lower(),
    PASSWORD.upper(),
    PASSWORD.swapcase(),
    PASSWORD[:-1],
    PASSWORD[1:],
    f"{PASSWORD}.",
    PASSWORD.replace(" ", "  "),
    PASSWORD.replace(" ", ""),
    PASSWORD.replace(" ", "\u00a0"),
    unicodedata.normalize("NFKC", PASSWORD),  # ½ becomes 1⁄2, which nobody types for it
    PASSWORD.replace("é", "e"),
    PASSWORD.replace("ü", "u"),
    PASSWORD.replace("ö", "oe"),
    PASSWORD.replace("Ж", "ж"),
    "another password altogether",
]
RIGHT = [
    PASSWORD,
    f"{PASSWORD} ",
    f"\t{PASSWORD}\n",
    unicodedata.normalize("NFD", PASSWORD),
    unicodedata.normalize("NFC", PASSWORD),
]
HERE = Path("books.creditmate-key")


@pytest.fixture(scope="module")
def key() -> DataKey:
    return new_key()


@pytest.fixture(scope="module")
def key_file(key: DataKey) -> KeyFile:
    return new_key_file(key, PASSWORD)


def problem(content: bytes) -> Problem | None:
    """What a content is refused for; None if it is read. Any other error is a bug."""
    try:
        key_file_from(content, HERE)
    except UserError as error:
        return error.problem
    return None


# ---------------------------------------------------------------- passwords


@pytest.mark.parametrize("password", WRONG)
def test_a_wrong_password_is_refused_as_one(key_file: KeyFile, password: str) -> None:
    assert len(WRONG) >= 20
    with pytest.raises(UserError) as caught:
        key_file.open(password)
    assert caught.value.problem is Problem.WRONG_PASSWORD
    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize("password", RIGHT)
def test_a_right_one_opens_however_it_is_typed(
    key_file: KeyFile, key: DataKey, password: str
) -> None:
    assert key_file.open(password) == key


def test_each_of_several_passwords_opens_and_none_that_was_taken_away(key: DataKey) -> None:
    both = with_slot(new_key_file(key, "the first one"), locked(key, "the second one"))
    assert both.open("the first one") == both.open("the second one") == key
    left = without_slot(both, 0)
    assert left.open("the second one") == key
    assert left.opened_by("the first one") is None
    with pytest.raises(UserError) as last:
        without_slot(left, 0)
    assert last.value.problem is Problem.LAST_PASSWORD


def test_a_changed_password_leaves_the_others(key: DataKey) -> None:
    both = with_slot(new_key_file(key, "the first one"), locked(key, "the second one"))
    changed = with_slot(both, locked(key, "a third one"), 0)
    assert changed.slots[1] == both.slots[1]
    assert changed.open("a third one") == key
    assert changed.opened_by("the first one") is None


def test_a_slot_of_another_key_opens_nothing(key_file: KeyFile) -> None:
    """Somebody who put a slot of their own into the file could not pass another key off."""
    theirs = KeyFile(key_file.fingerprint, (locked(new_key(), "their password"),))
    assert theirs.opened_by("their password") is None


def test_the_same_password_never_makes_the_same_slot(key: DataKey) -> None:
    one, other = locked(key, PASSWORD), locked(key, PASSWORD)
    assert one.salt != other.salt
    assert one.box != other.box
    assert (one.memory_kib, one.passes) == (MEMORY_KIB, PASSES) == (65536, 7)


# ---------------------------------------------------------------- the file


def test_what_is_written_reads_back_and_is_small(key: DataKey, key_file: KeyFile) -> None:
    full = key_file
    for _ in range(MOST_PASSWORDS - 1):
        full = with_slot(full, key_file.slots[0])
    with pytest.raises(UserError) as caught:
        with_slot(full, key_file.slots[0])
    assert caught.value.problem is Problem.TOO_MANY_PASSWORDS
    confirmed = KeyFile(key.fingerprint, full.slots, "2026-11-22")
    assert len(confirmed.as_bytes()) < 1024
    assert key_file_from(confirmed.as_bytes(), HERE) == confirmed


def test_nothing_secret_stands_in_it(key: DataKey, key_file: KeyFile) -> None:
    content = key_file.as_bytes()
    for secret in (key.secret.hex().encode(), key.secret, PASSWORD.encode(), b"books"):
        assert secret not in content


def test_a_damaged_key_file_is_never_taken_for_a_wrong_password(key_file: KeyFile) -> None:
    content = key_file.as_bytes()
    chance = random.Random(15)
    damaged = [content[:length] for length in range(0, len(content) - 1, 7)]
    for _ in range(200):
        at = chance.randrange(len(content))
        damaged.append(
            content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]
        )
    damaged += [b"", b"\x00" * 400, b"{}", b"[]", b"null", b'"creditmate-key"', b"[" * 9000]
    damaged += [chance.randbytes(400)]
    for each in damaged:
        found = problem(each)
        if found is None:  # the blanks and line ends between may change
            assert key_file_from(each, HERE) == key_file
        else:
            assert found in {Problem.KEY_FILE_DAMAGED, Problem.KEY_FILE_NEWER}
    assert sum(problem(each) is Problem.KEY_FILE_DAMAGED for each in damaged) > len(damaged) * 0.9


@pytest.mark.parametrize(
    "hostile",
    [
        {"memory_kib": 1 << 40},
        {"memory_kib": -1},
        {"memory_kib": "65536"},
        {"passes": 1 << 20},
        {"passes": 0},
        {"kdf": "none"},
        {"salt": ""},
        {"box": "AAAA"},
        {"box": "é"},
    ],
)
def test_a_file_that_asks_for_too_much_is_refused(
    key_file: KeyFile, hostile: dict[str, object]
) -> None:
    """Whoever writes a key file can reckon its sum, too."""
    assert problem(with_slot_said(key_file, **hostile)) is Problem.KEY_FILE_DAMAGED


OF_THREE_PASSES = b"""{
"format": "creditmate-key",
"ledger": "6461b37e4a8aca1742cafe72b97b9312",
"sheet_confirmed": "",
"slots": [
{
"box": "UKzF/CY8k0R7BLaEfqNYs0pyHqdmpc1zRg05dfQFI3oBWYRvnyxOa1RT90gVMZTmFrlwaVP0hH4XsnG/XyWGGz8Ry10vOlzd",
"kdf": "argon2id",
"memory_kib": 65536,
"passes": 3,
"salt": "Xw4bHmXjf1TkF7lYJCY5/w=="
}
],
"sum": "188d6b942e44c445e92fdb8af292901d",
"version": 1
}"""  # noqa: E501 - as it was written
"""As this program wrote it for the bytes 0 to 31 when three passes were thought to be enough."""


def test_a_key_file_from_before_the_passes_were_more_is_opened_and_follows() -> None:
    key_file = key_file_from(OF_THREE_PASSES, Path("before"))
    assert key_file.slots[0].passes == 3
    opened = key_file.opened_by("four words do well")
    assert opened is not None
    assert opened == (0, DataKey(bytes(range(32))))
    assert key_file.opened_by("four words do wel") is None
    assert key_file.as_bytes() == OF_THREE_PASSES
    changed = with_slot(key_file, locked(opened[1], PASSWORD), opened[0])
    assert [slot.passes for slot in changed.slots] == [PASSES]
    assert changed.opened_by(PASSWORD) == opened


LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from creditmate.domain.errors import UserError
from creditmate.system.key_file import key_file_from
import nacl.exceptions, nacl.pwhash, nacl.secret
key_file = key_file_from(Path(sys.argv[1]).read_bytes(), Path(sys.argv[1]))
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (32 << 20), -1))
try:
    print(key_file.opened_by(sys.argv[2]))
except UserError as error:
    print(error.problem.value)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted as Linux does")
def test_too_little_memory_is_never_taken_for_a_wrong_password(
    key_file: KeyFile, tmp_path: Path
) -> None:
    path = tmp_path / "key"
    path.write_bytes(key_file.as_bytes())
    command = [sys.executable, "-c", LITTLE_MEMORY, str(path), PASSWORD]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout == "memory-low\n"


def test_a_file_of_a_later_version_is_told_from_a_damaged_one(key_file: KeyFile) -> None:
    said = json.loads(key_file.as_bytes())
    assert problem(json.dumps({**said, "version": 2}).encode()) is Problem.KEY_FILE_NEWER


def test_twenty_passwords_in_one_file_do_not_make_it_slow(key_file: KeyFile) -> None:
    said = json.loads(key_file.as_bytes())
    many = resummed({**said, "slots": said["slots"] * 20})
    assert len(key_file_from(many, HERE).slots) == MOST_PASSWORDS


def with_slot_said(key_file: KeyFile, **said: object) -> bytes:
    content = json.loads(key_file.as_bytes())
    content["slots"][0].update(said)
    return resummed(content)


def resummed(said: dict[str, object]) -> bytes:
    """The content as somebody would write it who knows how."""
    from creditmate.system.key_file import _sum, _text  # noqa: PLC0415 - as an intruder

    said.pop("sum")
    return _text({**said, "sum": _sum(said)})
