"""Rings of references are taken apart on the UI thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from creditmate.ui.collecting import EVERY, Collector


class Ring:
    """Refers to itself, and tells on which thread it ends."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: ended.append(threading.current_thread()))


@pytest.fixture(params=[True, False])
def automatic(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether Python collects by itself before; it does not in tests otherwise."""
    if request.param:
        gc.enable()
    yield request.param
    gc.disable()


def test_rings_end_on_the_ui_thread_though_others_allocate(qtbot: QtBot, automatic: bool) -> None:
    collector, ended = Collector(), list[threading.Thread]()
    Ring(ended)

    kept: list[list[int]] = []

    def allocate() -> None:
        kept.extend([] for _ in range(10 * gc.get_threshold()[0]))

    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert ended == []
    qtbot.waitUntil(lambda: bool(ended), timeout=10 * EVERY)
    assert ended == [threading.main_thread()]
    collector.stop()
    assert gc.isenabled() is automatic
