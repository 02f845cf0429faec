"""Runs every ``bench_*.py`` of a folder and prints what each ``run() -> list[Ratio]`` measured.

    PYTHONPATH=tests python -m benchmarks.run [FOLDER]

The exit code is 1 when something is over its limit, or when nothing was measured.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from benchmarks.ratio import Ratio


def ratios_of(bench: Path) -> list[Ratio]:
    """Load one module from its file and run it."""
    spec = importlib.util.spec_from_file_location(bench.stem, bench)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[bench.stem] = module
    spec.loader.exec_module(module)
    return module.run()


def rows(ratios: Iterable[Ratio]) -> list[str]:
    """Return the table's lines, heading first."""
    lines = [f"{'':32}{'ours ms':>10}{'floor ms':>10}{'ratio':>8}{'limit':>8}"]
    for ratio in ratios:
        limit = "" if ratio.limit is None else f"{ratio.limit:.2f}"
        words = f"{ratio.name:32}{ratio.ours_ms:10.2f}{ratio.floor_ms:10.2f}{ratio.ratio:8.2f}{limit:>8}"
        lines.append(words + ("  over its limit" if ratio.is_over else ""))
    return lines


def main(folder: Path, out: TextIO) -> int:
    """Run all and return the exit code."""
    ratios = [ratio for bench in sorted(folder.glob("bench_*.py")) for ratio in ratios_of(bench)]
    if not ratios:
        out.write(f"Nothing to measure: no bench_*.py in {folder}\n")
        return 1
    out.write("\n".join(rows(ratios)) + "\n")
    return int(any(ratio.is_over for ratio in ratios))


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent), sys.stdout))
