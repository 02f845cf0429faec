import io
import time

import pytest
from benchmarks.ratio import Ratio, measure
from benchmarks.run import main

BENCH = """
from benchmarks.ratio import Ratio

def run():
    return [Ratio("save", 3.0, 2.0, limit={limit}), Ratio("search", 5.0, 1.0)]
"""


def outcome(folder, limit):
    (folder / "bench_saving.py").write_text(BENCH.format(limit=limit), encoding="utf-8")
    out = io.StringIO()
    return main(folder, out), out.getvalue()


def test_what_is_within_its_limit_passes(tmp_path):
    code, table = outcome(tmp_path, 1.5)
    assert code == 0
    assert table.splitlines()[1].split() == ["save", "3.00", "2.00", "1.50", "1.50"]


def test_what_is_over_its_limit_fails_and_is_named(tmp_path):
    code, table = outcome(tmp_path, 1.4)
    assert code == 1
    assert "over its limit" in table.splitlines()[1]


def test_a_time_without_a_limit_is_only_shown(tmp_path):
    _, table = outcome(tmp_path, 1.5)
    assert table.splitlines()[2].split() == ["search", "5.00", "1.00", "5.00"]


def test_measuring_nothing_fails(tmp_path):
    out = io.StringIO()
    assert main(tmp_path, out) == 1
    assert "Nothing to measure" in out.getvalue()


def test_twice_the_work_is_about_twice_the_floor():
    def busy(seconds):
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            pass

    ratio = measure("busy", lambda: busy(0.004), lambda: busy(0.002), rounds=5)
    assert ratio.ratio == pytest.approx(2, rel=0.2)
    assert not ratio.is_over
    assert Ratio("busy", ratio.ours_ms, ratio.floor_ms, limit=1).is_over
