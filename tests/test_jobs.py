from hypothesis import given
from hypothesis import strategies as st

from socdesk.jobs import Part


class Whole:
    """Notes what it is told."""

    def __init__(self):
        self.told = []

    def report(self, done, total, message=""):
        self.told.append((done, total, message))


@given(first=st.integers(0, 100), last=st.integers(0, 100), total=st.integers(0, 10_000), data=st.data())
def test_a_part_of_a_work_stays_within_its_share_of_the_whole(first, last, total, data):
    first, last = sorted((first, last))
    done = data.draw(st.integers(0, total))
    whole = Whole()
    Part(whole, first, last).report(done, total, "Copying")
    [(said, of, words)] = whole.told
    assert first <= said <= last
    assert (of, words) == (100, "Copying")
    assert said == last or done < max(total, 1)
