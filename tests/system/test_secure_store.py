"""Which store keeps secrets here, tried with one of this test's own."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from creditmate.system.secure_store import StoreForgets, proved_store, secure_store


class Memory(KeyringBackend):
    """Keeps secrets as long as the test."""

    priority = -1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Forgetful(Memory):
    """Takes everything and gives something else back."""

    def get_password(self, service: str, username: str) -> str | None:
        return None


@pytest.fixture(autouse=True)
def _own_store() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.parametrize("useless", [fail.Keyring, null.Keyring])
def test_a_store_that_keeps_nothing_is_none(useless: type[KeyringBackend]) -> None:
    keyring.set_keyring(useless())
    assert secure_store() is None
    assert proved_store() is None


def test_several_stores_are_as_good_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [null.Keyring(), Memory()])  # type: ignore[no-untyped-call]
    keyring.set_keyring(chainer.ChainerBackend())  # type: ignore[no-untyped-call]
    assert secure_store() == f"{__name__}.Memory"


def test_a_store_is_proved_and_left_as_it_was() -> None:
    store = Memory()
    keyring.set_keyring(store)
    assert proved_store() == f"{__name__}.Memory"
    assert store.kept == {}


def test_a_store_that_forgets_is_found_out() -> None:
    store = Forgetful()
    keyring.set_keyring(store)
    with pytest.raises(StoreForgets):
        proved_store()
    assert store.kept == {}
