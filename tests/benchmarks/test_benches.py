"""The measurements of the window run, on a small desk; how fast it is here says nothing."""

import pytest
from benchmarks.bench_lists import measured
from benchmarks.bench_window import worst_frame
from benchmarks.big_desk import make_big_desk, stage_on

from socdesk.desk.opening import LEAST_COST


@pytest.fixture(scope="module")
def stage(qapp, tmp_path_factory):
    return stage_on(make_big_desk(tmp_path_factory.mktemp("big"), concerns=300, learners=20, cost=LEAST_COST))


def test_lists_and_papers_are_measured_in_the_real_window(stage):
    try:
        ratios = [*measured(stage), worst_frame(stage, paragraphs=2, pages=1)]
        assert [ratio.limit for ratio in ratios] == [1.5, 1.5, 1.5, 1.0]
        assert all(ratio.ours_ms > 0 and ratio.floor_ms > 0 for ratio in ratios)
    finally:
        stage.close()
