"""The system's store of secrets is a cache: whatever it does, there is a key or a reason."""

import base64
from collections.abc import Iterator

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordDeleteError

from creditmate.domain.data_key import DataKey
from creditmate.system.key_cache import Remembered, Why, forget_key, remember_key, remembered_key

KEY, OTHER = DataKey(bytes(range(32))), DataKey(bytes(range(1, 33)))


class Memory(KeyringBackend):
    """A store that keeps its secrets as long as the test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, username]


class Locked(Memory):
    """One that the user does not open."""

    error: Exception = KeyringLocked("no")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


class Forgetful(Memory):
    """One that takes everything and gives nothing back."""

    def get_password(self, service: str, username: str) -> str | None:
        return None


class Mangling(Memory):
    """One that gives something else back."""

    def get_password(self, service: str, username: str) -> str | None:
        kept = super().get_password(service, username)
        return None if kept is None else kept[:-4]


@pytest.fixture(autouse=True)
def store() -> Iterator[Memory]:
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def test_a_key_is_remembered_and_forgotten(store: Memory) -> None:
    assert remembered_key(KEY.fingerprint) == Remembered(None, Why.NONE_KEPT)
    assert remember_key(KEY) is None
    assert remember_key(OTHER) is None
    assert remembered_key(KEY.fingerprint) == Remembered(KEY)
    assert remembered_key(OTHER.fingerprint) == Remembered(OTHER)
    assert forget_key(KEY.fingerprint) is None
    assert remembered_key(KEY.fingerprint) == Remembered(None, Why.NONE_KEPT)
    assert remembered_key(OTHER.fingerprint) == Remembered(OTHER)
    assert len(store.kept) == 1


def test_forgetting_what_was_never_kept_is_done_at_once() -> None:
    assert forget_key(KEY.fingerprint) is None


def test_what_lies_in_the_store_is_named_by_what_tells_nothing(store: Memory) -> None:
    remember_key(KEY)
    ((service, name),) = store.kept
    assert service == "CreditMate"
    assert name == KEY.fingerprint.hex()
    assert KEY.secret.hex() not in name


def test_a_wiped_store_is_as_if_it_was_never_remembered(store: Memory) -> None:
    remember_key(KEY)
    store.kept.clear()
    assert remembered_key(KEY.fingerprint) == Remembered(None, Why.NONE_KEPT)
    assert remember_key(KEY) is None
    assert remembered_key(KEY.fingerprint) == Remembered(KEY)


def test_another_key_under_the_name_is_never_handed_out(store: Memory) -> None:
    remember_key(OTHER)
    (kept,) = store.kept.values()
    store.kept = {("CreditMate", KEY.fingerprint.hex()): kept}
    assert remembered_key(KEY.fingerprint) == Remembered(None, Why.STALE)


@pytest.mark.parametrize("useless", [null.Keyring, fail.Keyring])
def test_where_there_is_no_store_it_is_said(useless: type[KeyringBackend]) -> None:
    keyring.set_keyring(useless())
    assert remember_key(KEY) is Why.NO_STORE
    assert remembered_key(KEY.fingerprint) == Remembered(None, Why.NO_STORE)
    assert forget_key(KEY.fingerprint) is Why.NO_STORE


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (KeyringLocked("no"), Why.LOCKED),
        (InitError("no bus"), Why.FAILS),
        (KeyringError("?"), Why.FAILS),
        (OSError(5, "I/O"), Why.FAILS),
        (RuntimeError("of its own"), Why.FAILS),
    ],
)
def test_a_store_that_does_not_open_or_work_loses_nothing(error: Exception, why: Why) -> None:
    locked = Locked()
    locked.error = error
    keyring.set_keyring(locked)
    assert remember_key(KEY) is why
    assert remembered_key(KEY.fingerprint) == Remembered(None, why)
    assert forget_key(KEY.fingerprint) is why


@pytest.mark.parametrize("bad", [Forgetful, Mangling])
def test_a_key_that_is_not_read_back_is_not_said_to_be_kept(bad: type[Memory]) -> None:
    store = bad()
    keyring.set_keyring(store)
    assert remember_key(KEY) is Why.FORGETS
    assert store.kept == {}


@given(
    st.one_of(
        st.text(),
        st.binary().map(lambda content: f"v1:{base64.b64encode(content).decode()}"),
        st.binary(min_size=32, max_size=32).map(lambda c: f"v2:{base64.b64encode(c).decode()}"),
    )
)
def test_whatever_lies_there_is_a_reason_and_no_key(content: str) -> None:
    memory = Memory()
    keyring.set_keyring(memory)
    memory.kept["CreditMate", KEY.fingerprint.hex()] = content
    found = remembered_key(KEY.fingerprint)
    assert found.key is None
    assert found.why in {Why.DAMAGED, Why.STALE}


def test_nothing_of_it_shows_itself() -> None:
    remember_key(KEY)
    assert KEY.secret.hex() not in repr(remembered_key(KEY.fingerprint))
    assert base64.b64encode(KEY.secret).decode() not in repr(remembered_key(KEY.fingerprint))
