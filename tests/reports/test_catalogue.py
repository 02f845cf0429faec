"""Papers are known by name before the PDF library is loaded."""

import subprocess
import sys

import pytest

from socdesk.reports.catalogue import PAPERS, paper_kind
from socdesk.reports.layouts import layouts

PROGRAM = """
import sys
import socdesk.reports.catalogue, socdesk.reports.paper, socdesk.reports.leaks.secret
assert not {"reportlab", "pikepdf", "PIL"} & set(sys.modules), sorted(sys.modules)
socdesk.reports.catalogue.PAPERS[0].load()
assert "reportlab" in sys.modules
"""


def test_naming_papers_loads_no_pdf_library_and_making_one_does():
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)


def test_every_kind_has_a_composer_and_layouts_that_exist():
    known = {one.key for one in layouts()}

    for kind in PAPERS:
        assert callable(kind.load())
        assert set(kind.layouts) <= known


def test_an_unknown_paper_is_a_key_error():
    with pytest.raises(KeyError):
        paper_kind("sonnet")
