"""The encrypted file: what opens it, and what does not."""

import sqlite3
import stat

import pytest
from sqlalchemy import text

from socdesk.storage.engine import connect, fault_of, make_engine
from socdesk.storage.faults import (
    DamagedDeskError,
    DeskInUseError,
    DeskLockedError,
    DiskFullError,
    FullOrFaultyDiskError,
    MissingDeskFileError,
    ReadOnlyDeskError,
)

KEY = b"k" * 32


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "store-1.db"
    connection = connect(path, KEY, writing=True, create=True)
    connection.execute("CREATE TABLE t (words TEXT)")
    connection.execute("INSERT INTO t VALUES ('A sentence that stands on the desk')")
    connection.close()
    return path


def words_in(path, key=KEY):
    connection = connect(path, key, writing=False)
    try:
        return connection.execute("SELECT words FROM t").fetchall()
    finally:
        connection.close()


def test_the_right_key_opens_it(path):
    assert words_in(path) == [("A sentence that stands on the desk",)]


def test_a_wrong_key_is_told_as_damage(path):
    with pytest.raises(DamagedDeskError):
        words_in(path, b"x" * 32)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_refused_and_never_taken_for_a_passphrase(path, length):
    with pytest.raises(ValueError, match="not 32 bytes"):
        connect(path, b"k" * length, writing=False)


def test_an_empty_file_is_refused_and_stays_empty(tmp_path):
    empty = tmp_path / "store-1.db"
    empty.touch()
    with pytest.raises(DamagedDeskError):
        connect(empty, KEY, writing=True)
    assert empty.stat().st_size == 0


def test_a_missing_file_is_told_and_not_made(tmp_path):
    with pytest.raises(MissingDeskFileError):
        connect(tmp_path / "store-1.db", KEY, writing=True)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_is_never_made_over_another(path):
    with pytest.raises(FileExistsError):
        connect(path, KEY, writing=True, create=True)


def test_a_plain_database_is_refused(tmp_path):
    plain = tmp_path / "store-1.db"
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE t (words TEXT)")
    connection.close()
    with pytest.raises(DamagedDeskError):
        connect(plain, KEY, writing=False)


def test_python_s_own_driver_cannot_read_it(path):
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        connection.execute("SELECT * FROM t")
    connection.close()
    assert b"SQLite format 3" not in path.read_bytes()


def test_a_flipped_bit_is_found_when_its_page_is_read(path):
    content = bytearray(path.read_bytes())
    content[4096 + 100] ^= 1
    path.write_bytes(content)
    with pytest.raises(Exception) as caught:  # noqa: PT011
        words_in(path)
    assert isinstance(fault_of(caught.value), DamagedDeskError)


def test_only_its_owner_can_read_the_file(path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_reading_connection_cannot_write(path):
    connection = connect(path, KEY, writing=False)
    with pytest.raises(Exception, match="readonly database"):
        connection.execute("INSERT INTO t VALUES ('more')")
    connection.close()


def test_nothing_is_ever_sorted_outside_memory_and_every_commit_reaches_the_disk(path):
    connection = connect(path, KEY, writing=True)
    setting = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in
               ("temp_store", "synchronous", "journal_mode", "secure_delete", "foreign_keys")}  # fmt: skip
    connection.close()
    assert setting == {"temp_store": 2, "synchronous": 2, "journal_mode": "wal", "secure_delete": 1, "foreign_keys": 1}


def test_a_statement_that_fails_over_a_pool_is_told_as_a_person_hears_it(path):
    engine = make_engine(path, lambda: connect(path, KEY, writing=True), writing=True)
    other = connect(path, KEY, writing=True)
    other.execute("BEGIN IMMEDIATE")
    other.execute("PRAGMA busy_timeout = 0")
    with engine.connect() as reader, pytest.raises(DeskInUseError):
        reader.connection.driver_connection.execute("PRAGMA busy_timeout = 0")
        reader.execute(text("SELECT 1"))
    other.close()
    engine.dispose()


def test_neither_key_nor_parameters_stand_in_what_an_engine_says(path):
    engine = make_engine(path, lambda: connect(path, KEY, writing=False), writing=False)
    assert KEY.hex() not in repr(engine.url)
    with engine.connect() as reader, pytest.raises(Exception) as caught:  # noqa: PT011
        reader.execute(text("SELECT * FROM nowhere WHERE words = :words"), {"words": "A sentence"})
    assert "A sentence" not in str(caught.value)
    engine.dispose()


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("file is not a database", DamagedDeskError),
        ("database disk image is malformed", DamagedDeskError),
        ("database or disk is full", DiskFullError),
        ("attempt to write a readonly database", ReadOnlyDeskError),
        ("unable to open database file", ReadOnlyDeskError),
        ("database is locked", DeskInUseError),
        ("disk I/O error", FullOrFaultyDiskError),
        ("interrupted", DeskLockedError),
    ],
)
def test_what_the_driver_says_is_told_in_plain_words(words, fault):
    assert type(fault_of(RuntimeError(words))) is fault


@pytest.mark.parametrize("words", ["no such column: f_full_name", "UNIQUE constraint failed: locked.id"])
def test_a_fault_of_ours_is_not_blamed_on_the_disk(words):
    assert fault_of(RuntimeError(words)) is None
