"""The sample papers, each made once in a test run."""

from functools import cache

from helpers.sample_updates import SAMPLES

from socdesk.reports.committee_update import compose
from socdesk.reports.layouts import layout
from socdesk.reports.paper import Paper


@cache
def composed(sample: str, layout_key: str) -> Paper:
    return compose(SAMPLES[sample](), layout(layout_key))
