"""The strategy, version by version, and the posts that answer for it (domain.md 0.3, 1.1, 1.9, 1.10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from socdesk.registers.dated_fields import Day, Period
from socdesk.registers.fields import Audience, Identity
from socdesk.registers.other_fields import Flag, Number
from socdesk.registers.register import Numbering, Record, Register
from socdesk.registers.text_fields import Link, LongText, Reference, Text
from socdesk.registers.values import Span

PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, kw_only=True)
class Strategy(Record):
    """One version of the strategy. Its wording is sealed: a new wording is a new version."""

    title: Annotated[
        str, Text(label="Title", required=True, sealed=True, searchable=True, in_list=True, audience=PUBLIC)
    ] = ""
    edition: Annotated[str, Text(label="Version", required=True, sealed=True, in_list=True, audience=PUBLIC)] = ""
    body: Annotated[str, Text(label="Adopted by", audience=PUBLIC)] = ""
    adopted: Annotated[date | None, Day(label="Adopted", in_list=True, audience=PUBLIC)] = None
    minute: Annotated[str, Reference(label="Minute", hint="The resolution or minute number, once known")] = ""
    aim: Annotated[str, LongText(label="Overall aim", sealed=True, audience=PUBLIC)] = ""
    text: Annotated[str, LongText(label="Text", sealed=True, searchable=True, audience=PUBLIC)] = ""
    review_years: Annotated[int | None, Number(label="Reviewed after (years)", least=1, most=20, audience=PUBLIC)] = (
        None
    )
    review_due: Annotated[date | None, Day(label="Review due", in_list=True, audience=PUBLIC)] = None
    reviewed: Annotated[date | None, Day(label="Last reviewed", in_list=True, audience=PUBLIC)] = None
    responsible_post: Annotated[str, Link(label="Responsible officer", register="posts", audience=PUBLIC)] = ""
    contact_post: Annotated[
        str,
        Link(
            label="Single Point of Contact for serious and organised crime",
            register="posts",
            audience=PUBLIC,
        ),
    ] = ""


def _title(record: Strategy) -> str:
    return f"{record.title} ({record.edition})"


STRATEGIES = Register(
    key="strategies",
    singular="Strategy",
    plural="Strategy",
    record_type=Strategy,
    numbering=Numbering(template="S{n:02}", audience=PUBLIC),
    title=_title,
    order=("adopted",),
)


@dataclass(frozen=True, kw_only=True)
class Post(Record):
    """A post at the Council. Posts answer in papers; the people who hold them do not."""

    title: Annotated[str, Text(label="Title", required=True, searchable=True, in_list=True, audience=PUBLIC)] = ""
    role: Annotated[str, Text(label="Role under the strategy", in_list=True, audience=PUBLIC)] = ""


POSTS = Register(
    key="posts",
    singular="Post",
    plural="Posts",
    record_type=Post,
    numbering=Numbering(template="P{n:02}", audience=PUBLIC),
    title=lambda post: post.title,
    order=("title",),
)


@dataclass(frozen=True, kw_only=True)
class PostHolder(Record):
    """Who held a post, from when until when."""

    name: Annotated[str, Text(label="Name", required=True, searchable=True, in_list=True, identifies=Identity.NAME)] = (
        ""
    )
    held: Annotated[Span, Period(label="Held the post", in_list=True)] = Span()
    deputy: Annotated[bool, Flag(label="As deputy", in_list=True)] = False


POST_HOLDERS = Register(
    key="post_holders",
    singular="Post holder",
    plural="Post holders",
    record_type=PostHolder,
    numbering=Numbering(template="{parent}.{n}"),
    title=lambda holder: holder.name,
    parent="posts",
    dated=True,
    order=("held",),
)
