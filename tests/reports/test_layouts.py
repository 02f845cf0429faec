"""Layouts are data, and are checked when they are read."""

import json
from pathlib import Path
from typing import Any

import pytest

from socdesk.reports.layouts import LayoutError, layout, layouts, layouts_folder, read_layout
from socdesk.reports.wording import own_words


def data() -> dict[str, Any]:
    return json.loads((layouts_folder() / "cabinet.json").read_text(encoding="utf-8"))


def written(folder: Path, content: dict[str, Any]) -> Path:
    path = folder / "layout.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_the_two_bodies_have_their_layouts():
    assert [one.name for one in layouts()] == ["Cabinet", "Community Safety Committee (2019)"]
    assert layout("cabinet").recommendation.opening == "Cabinet is asked to"


def test_an_unknown_layout_is_a_key_error():
    with pytest.raises(KeyError):
        layout("parish-council")


def test_cabinet_asks_for_every_statutory_comment():
    headings = [part.heading for part in layout("cabinet").parts if part.absent]

    assert {"Financial implications", "Legal implications", "Human resources implications", "Union comments",
            "Climate change implications", "Data protection compliance implications",
            "Equality impact assessment"} <= set(headings)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d.pop("body"), "body"),
        (lambda d: d.update(name=" "), "name says nothing"),
        (lambda d: d.update(version="one"), "one"),
        (lambda d: d["heading_block"].update(side="above"), "side is none of"),
        (lambda d: d["heading_block"].update(capitals="yes"), "capitals is neither"),
        (lambda d: d["parts"][0].update(kind="poem"), "kind is none of"),
        (lambda d: d["parts"].pop(1), "recommendation"),
        (lambda d: d["parts"].append(d["parts"][-1]), "actions"),
        (lambda d: d["parts"][0].pop("section"), "Purpose of report"),
        (lambda d: d["parts"][0].update(heading=""), "text"),
        (lambda d: d["parts"][0].update(section="legal"), "legal"),
    ],
)
def test_a_faulty_layout_is_refused_with_the_fault(tmp_path, change, words):
    content = data()
    change(content)

    with pytest.raises(LayoutError, match=words):
        read_layout(written(tmp_path, content))


def test_an_unchanged_copy_reads_as_the_original(tmp_path):
    assert read_layout(written(tmp_path, data())) == layout("cabinet")


def test_the_words_of_layouts_and_papers_are_known_as_the_programs_own():
    assert {"cabinet", "recommendation", "figures", "page", "demonstration", "expiring"} <= own_words()
