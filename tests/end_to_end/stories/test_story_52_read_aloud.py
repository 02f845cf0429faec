"""Story 52: the paper is tagged, with title, language and bookmarks, and has a web page of the same words."""

import io
import re

import pikepdf
from helpers.papers_by_keys import LONG, dialog_of, name, run, save
from helpers.pdf_tree import read_tree
from PySide6.QtWidgets import QFileDialog


def test_story_52_pdf_text_and_web_page_say_the_same(draft, drawn, keys, qtbot, tmp_path):
    drawn()
    save(draft.window(), qtbot, tmp_path / "out.pdf", keys)
    with pikepdf.open(io.BytesIO((tmp_path / "out.pdf").read_bytes())) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert "/Outlines" in pdf.Root
    run(draft.window(), "page.save_web_page")
    name(dialog_of(draft.window(), QFileDialog, qtbot), tmp_path / "out.html")
    qtbot.waitUntil((tmp_path / "out.html").exists, timeout=LONG)
    page = (tmp_path / "out.html").read_text("utf-8")
    tree = read_tree((tmp_path / "out.pdf").read_bytes())
    headings = [each.text for each in (*tree.all("H2"), *tree.all("H3"))]
    found = re.findall(r"<h[23]>(.*?)</h[23]>", page)
    assert sorted(headings) == sorted(found)
    assert page.count("<table>") == len(tree.all("Table"))
    assert 'scope="col"' in page
    assert all(heading in draft.reader.toPlainText() for heading in headings)
