"""The schema's steps: all or none, after a copy; and what they make is what the registers declare."""

import hashlib

import pytest
from helpers.records import concern
from sqlalchemy import Column, Integer, MetaData, Table, Text, create_engine

from socdesk.files import NotConfirmedError
from socdesk.registers.catalogue import REGISTERS
from socdesk.storage.engine import connect
from socdesk.storage.faults import DeskTooNewError, DiskFullError, UpgradeFailedError
from socdesk.storage.fingerprint import fingerprint
from socdesk.storage.store import create_store, open_store
from socdesk.storage.tables import Tables
from socdesk.storage.upgrade import SHIPPED, is_current, newest_steps
from tests.storage.conftest import NOW, place_in

FROZEN = {
    "m0001_first_desk.py": "3a7a85be5dc87b701053d50969cc5f99f1754facf3d2260ec0e1b19932a68fe0",
    "m0001_first_desk.sql": "fd87058fd0c8e582067934f12ced0c26ff25a55fd65146802da0b88ff171ecae",
    "m0002_drafts.py": "dc1fd4983051f8fa468846d1f4dfa6886fe0a332f4a49ce68e628f3a11ba81d2",
    "m0004_completion_expires.py": "170ab6eebf45da4ef7bc0ef4f7d2647f016f2894f598d16e91e6ba39066cece6",
    "m0005_narrow_indexes.py": "d986bcf825e3b168c452fff4c3ffcf78b914d8301b69faded79de9b29fa7c73f",
}
"""SHA-256 of each step that was ever shipped. A step is never edited: add one after it."""

NOTE = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "{name}", {after!r}
def upgrade():
    {work}
"""
ADD = "op.add_column('concerns', sa.Column('f_trial', sa.Text))"


def step(folder, name, work, after=None):
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(NOTE.format(name=name, after=after, work=work))
    return folder


@pytest.fixture
def ours(tmp_path):
    return tmp_path / "steps"


def with_steps(place, *locations):
    return place_in(place.folder, steps=(SHIPPED, *locations))


def columns(place):
    connection = connect(place.path, place.key, writing=False)
    names = [row[1] for row in connection.execute("PRAGMA table_info(concerns)")]
    steps = {row[0] for row in connection.execute("SELECT version_num FROM alembic_version")}
    connection.close()
    return names, steps


def copies(place):
    return sorted(place.folder.glob("before-upgrade-*.db"))


def test_a_desk_that_is_up_to_date_is_neither_copied_nor_touched(place):
    assert is_current(place.path, place.key, place.steps)
    open_store(place, NOW).close()
    assert copies(place) == []


def test_an_older_desk_is_copied_and_brought_up_to_date(place, ours):
    step(ours, "m9001_trial", ADD)
    before = columns(place)
    open_store(with_steps(place, ours), NOW).close()
    names, steps = columns(place)
    assert "f_trial" in names
    assert steps == {*newest_steps((SHIPPED,)), "m9001_trial"}
    (copy,) = copies(place)
    assert copy.name == "before-upgrade-20260302T090000Z.db"
    assert columns(place_in(place.folder, file=copy.name)) == before


def test_a_step_that_fails_leaves_file_and_version_as_they_were_with_a_copy_beside_them(place, ours):
    step(ours, "m9001_trial", ADD)
    step(ours, "m9002_fails", f"{ADD.replace('f_trial', 'f_more')}; raise ValueError('no')", after="m9001_trial")
    before, left = columns(place), fingerprint(place.path)
    with pytest.raises(UpgradeFailedError, match="It is as it was before, and a copy of it lies beside it"):
        open_store(with_steps(place, ours), NOW)
    assert columns(place) == before
    assert fingerprint(place.path) == left
    assert [copy.read_bytes() for copy in copies(place)] == [place.path.read_bytes()]
    open_store(place, NOW).close()


def test_a_step_that_breaks_a_reference_fails(place, ours, hand):
    hand.write(concern())
    hand.store.close()
    step(ours, "m9001_breaks", "op.execute('DELETE FROM deeds')")
    with pytest.raises(UpgradeFailedError):
        open_store(with_steps(place, ours), NOW)
    store = open_store(place, NOW)
    assert len(store.versions.deeds()) == 1
    store.close()


def test_rebuilding_a_table_keeps_what_refers_to_it(place, ours, hand):
    (record,) = hand.write(concern())
    hand.store.close()
    rebuild = "with op.batch_alter_table('deeds') as batch:\n        batch.add_column(sa.Column('more', sa.Text))"
    step(ours, "m9001_rebuilds", rebuild)
    store = open_store(with_steps(place, ours), NOW)
    assert len(store.versions.history(record.id)) == 1
    store.close()


def test_a_disk_that_fills_up_during_a_step_is_told_as_such(place, ours):
    filling = "op.execute('PRAGMA max_page_count = 1'); op.execute('CREATE TABLE big AS SELECT zeroblob(9000000)')"
    step(ours, "m9001_fills", filling)
    with pytest.raises(DiskFullError):
        open_store(with_steps(place, ours), NOW)
    assert copies(place) == []  # else each further try would fill the disk with one more
    open_store(place, NOW).close()


def test_a_copy_that_the_disk_did_not_confirm_is_not_left_for_each_try(place, ours, monkeypatch):
    def unconfirmed(part, copy):
        part.rename(copy)
        raise NotConfirmedError("The disk is full.")

    step(ours, "m9001_trial", ADD)
    monkeypatch.setattr("socdesk.storage.upgrade.move_file", unconfirmed)
    with pytest.raises(NotConfirmedError):
        open_store(with_steps(place, ours), NOW)
    assert copies(place) == []


def test_a_copy_has_its_name_once_it_is_whole(place, ours, monkeypatch):
    def killed(part, copy):
        assert part.read_bytes() == place.path.read_bytes()
        assert not copy.exists()
        raise KeyboardInterrupt

    step(ours, "m9001_trial", ADD)
    monkeypatch.setattr("socdesk.storage.upgrade.move_file", killed)
    with pytest.raises(KeyboardInterrupt):
        open_store(with_steps(place, ours), NOW)
    monkeypatch.undo()
    open_store(with_steps(place, ours), NOW).close()
    assert len(copies(place)) == 1
    assert list(place.folder.glob("*.part")) == []


def test_a_desk_that_a_newer_program_saved_is_refused_untouched(place, ours):
    step(ours, "m9001_trial", ADD)
    open_store(with_steps(place, ours), NOW).close()
    left = fingerprint(place.path)
    with pytest.raises(DeskTooNewError, match="newer version of Socdesk"):
        open_store(place, NOW)
    assert fingerprint(place.path) == left
    open_store(with_steps(place, ours), NOW).close()


def shape(run, name):
    columns = [(row[1], row[2], row[3], row[5]) for row in run(f"PRAGMA table_info({name})")]
    indexes = {
        (row[2], row[3], tuple(column[2] for column in run(f"PRAGMA index_info({row[1]})")))
        for row in run(f"PRAGMA index_list({name})")
    }
    names = {row[1] for row in run(f"PRAGMA index_list({name})") if row[3] == "c"}
    return columns, indexes, names, sorted(tuple(row[2:5]) for row in run(f"PRAGMA foreign_key_list({name})"))


def table_names(run):
    found = run("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {row[0] for row in found if not row[0].startswith(("search_words", "search_parts", "alembic", "sqlite"))}


@pytest.fixture
def declared():
    engine = create_engine("sqlite://")
    tables = Tables(REGISTERS)
    with engine.begin() as connection:
        tables.metadata.create_all(connection)
        yield lambda sql: connection.exec_driver_sql(sql).fetchall()
    engine.dispose()


def test_the_steps_make_what_the_registers_declare(place, declared):
    connection = connect(place.path, place.key, writing=False)
    migrated = connection.execute
    assert table_names(migrated) == table_names(declared)
    for name in sorted(table_names(declared)):
        assert shape(migrated, name) == shape(declared, name), name
    connection.close()


def test_the_search_indexes_are_what_is_declared_and_nothing_has_a_trigger(place):
    connection = connect(place.path, place.key, writing=False)
    made = {row[0] for row in connection.execute("SELECT sql FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'")}
    triggers = connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").fetchone()[0]
    connection.close()
    assert made == set(Tables(REGISTERS).search_tables)
    assert triggers == 0


def test_the_comparison_of_shapes_can_fail(declared):
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        Table("counters", MetaData(), Column("name", Text), Column("value", Integer)).create(connection)
        assert shape(lambda sql: connection.exec_driver_sql(sql).fetchall(), "counters") != shape(declared, "counters")
    engine.dispose()


def test_a_shipped_step_is_never_edited():
    shipped = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SHIPPED.iterdir() if path.name[0] == "m"
    }
    assert shipped == FROZEN


def test_a_new_store_starts_up_to_date(tmp_path):
    store = create_store(place_in(tmp_path))
    assert store.versions.deeds() == ()
    store.close()
    assert copies(place_in(tmp_path)) == []
