"""Long work: told on the UI thread, not too often, and stopped when asked."""

import threading
import time
import weakref
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.ui.jobs import TELL_EVERY, Job, JobRunner
from tests.ui.window.conftest import Office


@pytest.fixture
def runner(qtbot: QtBot) -> JobRunner:
    return JobRunner()


def test_a_job_tells_what_it_touched(qtbot: QtBot, runner: JobRunner) -> None:
    seen: list[tuple[str, bool]] = []
    took: list[float] = []

    def work(progress: Progress) -> Touched:
        began = time.monotonic()
        for done in range(101):
            progress(done, 100)
            time.sleep(0.002)
        took.append(time.monotonic() - began)
        return Touched.PAPERS

    job = Job("Statements", work)
    main = threading.main_thread()
    steps: list[int] = []
    job.progressed.connect(lambda done, _total: steps.append(done))
    job.finished.connect(lambda _t: seen.append(("job", threading.current_thread() is main)))
    with qtbot.waitSignals([runner.touched, job.over], timeout=5000) as told:
        runner.start(job)
        assert runner.busy
    assert told.signal_triggered
    assert seen == [("job", True)]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0, 100)
    assert len(steps) <= took[0] / TELL_EVERY + 2  # the first and the last are told anyway
    qtbot.waitUntil(lambda: not runner.busy)
    runner.stop()


def test_a_failure_that_comes_at_once_is_heard(qtbot: QtBot, runner: JobRunner) -> None:
    def work(_progress: Progress) -> Touched:
        raise ValueError("at once")

    job = Job("x", work)
    with qtbot.waitSignals([job.failed, runner.failed], timeout=2000):
        runner.start(job)
    runner.stop()


def endless(progress: Progress) -> Touched:
    while True:
        progress(1, 0)
        time.sleep(0.001)


def test_a_job_is_stopped_and_the_next_one_runs(qtbot: QtBot, runner: JobRunner) -> None:
    first, second = Job("first", endless), Job("second", lambda _progress: Touched.TASKS)
    runner.start(first)
    runner.start(second)
    with qtbot.waitSignals([first.cancelled, second.finished], timeout=5000):
        first.cancel()
    runner.stop()


def test_one_that_has_not_begun_never_does(qtbot: QtBot, runner: JobRunner) -> None:
    began: list[int] = []
    first = Job("first", endless)

    def begin(_progress: Progress) -> Touched:
        began.append(1)
        return Touched.NOTHING

    second = Job("second", begin)
    runner.start(first)
    runner.start(second)
    second.cancel()
    with qtbot.waitSignal(second.cancelled, timeout=5000):
        first.cancel()
    assert began == []
    runner.stop()


class Lingering(Job):
    """Its thread takes a while to leave it once the ending is told."""

    left = threading.Event()

    def work(self) -> None:
        super().work()
        time.sleep(0.05)
        self.left.set()


def test_it_is_over_once_its_thread_has_left_it(qtbot: QtBot, runner: JobRunner) -> None:
    runner.start(job := Lingering("x", lambda _progress: Touched.TASKS))
    with qtbot.waitSignal(job.destroyed, timeout=5000):
        qtbot.waitUntil(lambda: not runner.busy, timeout=5000)
        assert job.left.is_set()
    runner.stop()


def test_what_a_task_holds_ends_on_the_ui_thread(qtbot: QtBot, runner: JobRunner) -> None:
    class Held:
        pass

    held, ended = Held(), list[threading.Thread]()
    weakref.finalize(held, lambda: ended.append(threading.current_thread()))
    job = Job("x", partial(lambda _held, _progress: Touched.TASKS, held))
    del held
    runner.start(job)
    qtbot.waitUntil(lambda: not runner.busy, timeout=5000)
    assert ended == [threading.main_thread()]
    runner.stop()


def test_quitting_stops_what_is_under_way(runner: JobRunner) -> None:
    runner.start(Job("x", endless))
    before = time.monotonic()
    runner.stop()
    assert time.monotonic() - before < 2


def test_the_status_line_shows_it_and_can_stop_it(office: Office) -> None:
    progress = office.window.status.progress
    assert not progress.isVisible()
    job = Job("Importing", endless)
    office.around.jobs.start(job)
    office.until(progress.isVisible)
    with office.qtbot.waitSignal(job.cancelled, timeout=5000):
        progress.cancelled.emit()
    office.until(lambda: not progress.isVisible())


def test_what_waits_for_no_job_is_done_once_and_the_latest_of_it(
    qtbot: QtBot, runner: JobRunner
) -> None:
    done: list[str] = []
    runner.clear(lambda: done.append("at once"))
    assert done == ["at once"]
    runner.start(Job("first", endless))
    runner.start(Job("second", endless))
    runner.clear(lambda: done.append("earlier"))
    runner.clear(lambda: done.append(f"busy: {runner.busy}"))
    assert runner.busy
    qtbot.waitUntil(lambda: len(done) > 1, timeout=5000)
    assert done == ["at once", "busy: False"]
    runner.stop()
