import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.errors import UserFacingError
from socdesk.keys.errors import (
    CostOutOfPolicyError,
    DamagedKeyFileError,
    DeskTooNewError,
    NoDeskHereError,
    UnreadableKeyFileError,
)
from socdesk.keys.reading import key_file_from_bytes, read_key_file


@pytest.fixture
def fields(desk):
    return json.loads(json.dumps(desk.key_file.as_json()))


def read(fields):
    return key_file_from_bytes(json.dumps(fields).encode())


def test_a_folder_without_a_key_file_holds_no_desk(tmp_path):
    (tmp_path / "file").touch()
    for path in (tmp_path / "desk.json", tmp_path / "gone" / "desk.json", tmp_path / "file" / "desk.json"):
        with pytest.raises(NoDeskHereError):
            read_key_file(path)


def test_a_key_file_that_cannot_be_read_is_told_in_words(tmp_path):
    (tmp_path / "desk.json").mkdir()
    with pytest.raises(UnreadableKeyFileError):
        read_key_file(tmp_path / "desk.json")


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_the_reader_fail_otherwise_than_in_words(data):
    with pytest.raises(DamagedKeyFileError):
        key_file_from_bytes(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(value=json_values, place=st.integers(0, 8))
def test_no_value_in_any_field_makes_the_reader_fail_otherwise_than_in_words(desk, value, place):
    fields = json.loads(json.dumps(desk.key_file.as_json()))
    name = sorted(fields)[place]
    if value == fields[name]:
        return
    fields[name] = value
    try:
        key_file = read(fields)
    except UserFacingError:
        return
    assert name in {"generation", "demo"}  # plain values that only the seal can judge
    assert key_file != desk.key_file


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"{",
        b"\xff\xfe{}",
        b"[" * 60_000,
        b'{"fmt": NaN}',
        b'{"fmt": 1' + b"0" * 60_000 + b"}",
    ],
)
def test_what_is_not_our_json_is_damaged(data):
    with pytest.raises(DamagedKeyFileError) as caught:
        key_file_from_bytes(data)
    assert caught.value.__cause__ is None


def test_a_file_over_64_kib_is_not_read(tmp_path, desk):
    data = json.dumps(desk.key_file.as_json()).encode()
    assert key_file_from_bytes(data.ljust(64 * 1024)) == desk.key_file
    (tmp_path / "desk.json").write_bytes(data.ljust(64 * 1024 + 1))
    with pytest.raises(DamagedKeyFileError, match="too large"):
        read_key_file(tmp_path / "desk.json")


@pytest.mark.parametrize("extra", [{}, {"slots": "something new"}, {"novelty": 1}])
def test_a_newer_format_is_told_whatever_else_differs(fields, extra):
    with pytest.raises(DeskTooNewError, match="newer version"):
        read({**fields, **extra, "fmt": 2})


@pytest.mark.parametrize("form", [0, -1, True, 1.0, "1", None])
def test_a_format_that_never_was_is_damaged(fields, form):
    with pytest.raises(DamagedKeyFileError):
        read({**fields, "fmt": form})


@pytest.mark.parametrize(
    "name",
    [
        "../store-1.db", "/etc/passwd", "..\\store-1.db", "store-1.db/..", "C:store-1.db", "CON", "",
        "store-0.db", "store-01.db", "store-1.db\n", "STORE-1.DB", "store-1.db:hidden", "store-\u0661.db",
    ],
)  # fmt: skip
def test_a_database_name_leads_nowhere_else(fields, name):
    with pytest.raises(DamagedKeyFileError, match="db_file"):
        read({**fields, "db_file": name})


def test_a_field_given_twice_is_refused(fields):
    text = json.dumps(fields)
    with pytest.raises(DamagedKeyFileError):
        key_file_from_bytes(text.replace('"demo": false', '"demo": true, "demo": false').encode())


def test_an_unknown_field_is_refused_everywhere(fields):
    with pytest.raises(DamagedKeyFileError):
        read({**fields, "note": "hello"})
    for inside in (fields["slots"][0], fields["slots"][1]["kdf"]):
        inside["note"] = "hello"
        with pytest.raises(DamagedKeyFileError):
            read(fields)
        del inside["note"]
    assert read(fields)


def test_base64_has_one_form_only(fields):
    for written in (f"{fields['desk_id']} ", fields["desk_id"].rstrip("="), fields["desk_id"][:-3] + "B=="):
        with pytest.raises(DamagedKeyFileError):
            read({**fields, "desk_id": written})


def test_at_most_sixteen_slots_and_at_least_one(fields):
    slot = fields["slots"][1]
    many = [{**slot, "id": f"{number:016x}"} for number in range(17)]
    assert len(read({**fields, "slots": many[:16]}).slots) == 16
    for slots in (many, []):
        with pytest.raises(DamagedKeyFileError, match="1 to 16"):
            read({**fields, "slots": slots})


def test_two_slots_with_one_id_are_refused(fields):
    fields["slots"][1]["id"] = fields["slots"][0]["id"]
    with pytest.raises(DamagedKeyFileError, match="same id"):
        read(fields)


@pytest.mark.parametrize("moment", ["", "2026-03-05", "2026-3-5T12:00:00Z", "2026-03-05T12:00:00+00:00", "9"])
def test_the_day_it_was_made_has_one_form_only(fields, moment):
    with pytest.raises(DamagedKeyFileError, match="created"):
        read({**fields, "created": moment})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("memory_kib", 8),
        ("memory_kib", 64 * 1024 - 1),
        ("memory_kib", 64 * 1024 * 1024),
        ("passes", 1),
        ("passes", 10**9),
        ("lanes", 0),
        ("lanes", 17),
    ],
)
def test_a_cost_outside_the_window_is_refused_before_anything_is_derived(fields, derivations, field, value):
    fields["slots"][0]["kdf"][field] = value
    with pytest.raises(CostOutOfPolicyError, match=field):
        read(fields)
    assert derivations == []


@pytest.mark.parametrize("field", ["memory_kib", "passes", "lanes", "v"])
@pytest.mark.parametrize("make", [float, str, bool, lambda _: 10**400], ids=["float", "text", "bool", "huge"])
def test_a_cost_of_the_wrong_type_is_damaged(fields, field, make):
    kdf = fields["slots"][0]["kdf"]
    kdf[field] = make(kdf[field])
    with pytest.raises(DamagedKeyFileError):
        read(fields)


@pytest.mark.parametrize(("field", "value"), [("name", "pbkdf2"), ("name", "hkdf-sha256"), ("v", 16)])
def test_another_derivation_is_refused(fields, field, value):
    fields["slots"][0]["kdf"][field] = value
    with pytest.raises(DamagedKeyFileError, match="key derivation"):
        read(fields)


def test_the_words_of_the_file_never_reach_a_message(fields):
    fields["db_file"] = "a name nobody should read"
    with pytest.raises(DamagedKeyFileError) as caught:
        read(fields)
    assert "nobody" not in str(caught.value)
