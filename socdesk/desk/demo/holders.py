"""Who holds which post, and who deputises (resources/demo/posts.json)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from socdesk.desk.demo.script import Puts, Task, putting
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, moment, working_day_from, working_days_later
from socdesk.registers.declared.strategy import PostHolder
from socdesk.registers.register import new_id
from socdesk.registers.shipped import Entry, read_shipped
from socdesk.registers.values import Span


def holder_tasks(stage: Stage) -> Iterator[Task]:
    """Enter the holders of posts on the second day, and each change when it comes."""
    for entry in read_shipped("demo", "posts.json").entries("holders"):
        yield from _holder(stage, entry)


def _holder(stage: Stage, entry: Entry) -> Iterator[Task]:
    first = entry.number("begins_month") if entry.flag("begins_later") else -entry.number("begins_month")
    since, last = stage.month(first), entry.number_or_none("ends_month")
    holder = PostHolder(
        id=new_id(),
        parent=stage.posts[entry.text("post")],
        name=stage.names.person().full,
        held=Span(since),
        deputy=entry.flag("deputy"),
    )
    entered = working_day_from(since) if first > 0 else working_days_later(stage.first_day, 1)
    yield Task(at=moment(entered, 9, 40), words="Entered the holder of a post", puts=putting(holder))
    if last is not None:
        until = stage.month(last) - ONE_DAY
        day = working_day_from(until)
        yield Task(
            at=moment(day, 9, 20), words="Entered a change of post holder", puts=_ended(holder, Span(since, until))
        )


def _ended(holder: PostHolder, held: Span) -> Puts:
    return lambda shelf: (replace(shelf.get(PostHolder, holder.id), held=held),)
