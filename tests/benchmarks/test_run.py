import io

from benchmarks.ratio import measure
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


def test_the_medians_are_compared_and_the_first_round_does_not_count():
    clock = iter([0, 3, 3, 5, 5, 8, 8, 10, 10, 99, 99, 101])  # ours 3, 3, 89 s; floor 2, 2, 2 s
    calls = []
    measured = measure(
        "save", lambda: calls.append("ours"), lambda: calls.append("floor"), limit=1.4, rounds=3, clock=clock.__next__
    )
    assert calls == ["ours", "floor"] * 4
    assert (measured.ours_ms, measured.floor_ms) == (3000, 2000)
    assert measured.is_over
