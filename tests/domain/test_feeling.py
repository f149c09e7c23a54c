"""What was noticed in a call is stored as codes and read back."""

import pytest

from creditmate.domain.feeling import Mood, Signal, read_signals, signals_text


def test_signals_are_stored_in_one_order_and_read_back() -> None:
    assert signals_text([Signal.HURRIED, Signal.HESITANT]) == "hesitant hurried"
    assert read_signals("hesitant hurried") == (Signal.HESITANT, Signal.HURRIED)
    assert signals_text([]) == ""
    assert read_signals("") == ()


def test_codes_never_change() -> None:
    assert [mood.value for mood in Mood] == ["warm", "calm", "strained", "upset", "angry"]
    with pytest.raises(ValueError, match="odd"):
        read_signals("odd")
