import re

import pytest


@pytest.fixture
def notices(repository):
    return (repository / "resources/notices/THIRD-PARTY.md").read_text(encoding="utf-8")


def pinned_packages(repository):
    pins = (repository / "requirements.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9][a-z0-9.-]*)==", pins, re.MULTILINE))


def test_the_notices_name_every_package_that_the_program_needs_and_no_other(repository, notices):
    table = notices.partition("## Packages")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([a-z0-9.-]+) \| \S", table, re.MULTILINE)
    assert sorted({*rows} - {"package"}) == sorted(pinned_packages(repository))


def test_every_text_that_the_notices_point_to_is_there(repository, notices):
    texts = re.findall(r"`(resources/notices/[\w.-]+\.txt)`", notices)
    assert len(texts) >= 4
    assert [text for text in texts if not (repository / text).is_file()] == []


def test_the_notices_name_every_font_family_and_icon_set(repository, notices):
    families = [folder for kind in ("fonts", "icons") for folder in (repository / "resources" / kind).glob("*/")]
    assert [str(f) for f in families if f.relative_to(repository).as_posix() not in notices] == []
