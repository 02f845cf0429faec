"""The longer of two clocks tells how long nobody was there."""

from hypothesis import given
from hypothesis import strategies as st

from socdesk.ui.session.idle_time import Clocks, IdleTime


class Two:
    """Two clocks that a test moves."""

    def __init__(self):
        self.wall, self.steady = 1_000_000.0, 500.0
        self.clocks = Clocks(lambda: self.wall, lambda: self.steady)

    def pass_by(self, seconds, *, asleep=0.0, set_back=0.0):
        self.steady += seconds
        self.wall += seconds + asleep - set_back


def test_time_runs_down_and_a_touch_begins_anew():
    two = Two()
    idle = IdleTime(two.clocks, 600)
    two.pass_by(590)
    assert idle.left == 10
    assert idle.touch()
    assert idle.left == 600


def test_sleep_counts_though_the_steady_clock_stood_still():
    two = Two()
    idle = IdleTime(two.clocks, 600)
    two.pass_by(5, asleep=3600)
    assert idle.left < 0


def test_a_touch_after_the_limit_comes_too_late():
    two = Two()
    idle = IdleTime(two.clocks, 600)
    two.pass_by(1, asleep=601)
    assert not idle.touch()
    assert idle.left < 0


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100), st.floats(0, 200)), max_size=20), st.floats(60, 600))
def test_whatever_the_clocks_do_time_that_really_passed_awake_always_counts(steps, limit):
    two = Two()
    idle = IdleTime(two.clocks, limit)
    awake = 0.0
    for seconds, asleep, set_back in steps:
        two.pass_by(seconds, asleep=asleep, set_back=set_back)
        awake += seconds
    assert idle.left <= limit - awake + 1e-6
