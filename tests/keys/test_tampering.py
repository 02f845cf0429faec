"""Every leaf of a key file altered, removed or taken from another desk: nothing opens any more."""

import copy
import json

import pytest

from socdesk.errors import UserFacingError
from socdesk.keys.errors import TamperedKeyFileError, WrongPassphraseError
from socdesk.keys.reading import key_file_from_bytes
from socdesk.keys.unlocking import unlock_with_device, unlock_with_passphrase, unlock_with_recovery

SAME = object()


def as_fields(key_file):
    return json.loads(json.dumps(key_file.as_json()))


def leaves(value, path=()):
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))
    else:
        yield path


def at(fields, path):
    for key in path:
        fields = fields[key]
    return fields


def put(fields, path, value):
    changed = copy.deepcopy(fields)
    holder = at(changed, path[:-1])
    if value is None:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return changed


def other_values(value):
    """Values near to this one, of its own type first, so that as many as can be get past the reader."""
    if isinstance(value, bool):
        return [not value, int(value)]
    if isinstance(value, int):
        return [value + 1, value - 1, float(value), str(value)]
    turned = [value.replace("1", "2"), ("B" if value[0] == "A" else "A") + value[1:]]
    turned.append(("0" if value[0] != "0" else "1") + value[1:])
    return [other for other in [*turned, value[::-1], ""] if other != value]


def alterations(fields, others):
    for path in leaves(fields):
        for value in [None, at(others, path), *other_values(at(fields, path))]:
            # True == 1 in Python, but not in JSON.
            if json.dumps(value) != json.dumps(at(fields, path)):
                yield path, put(fields, path, value)


def ways_to_open(desk, path):
    yield lambda key_file: unlock_with_device(key_file, desk.device)
    yield lambda key_file: unlock_with_recovery(key_file, desk.words)
    if path[:1] != ("slots",) or path[1:2] == (0,):  # the dear way: what lies in other slots only the seal sees
        yield lambda key_file: unlock_with_passphrase(key_file, desk.passphrase)


def refusal_of(fields, open_desk):
    with pytest.raises(UserFacingError) as caught:
        open_desk(key_file_from_bytes(json.dumps(fields).encode()))
    return type(caught.value).__name__


def test_no_leaf_can_be_altered_removed_or_swapped_with_another_desks(desk, other_desk):
    fields = as_fields(desk.key_file)
    changed = list(alterations(fields, as_fields(other_desk.key_file)))
    refusals = [(path, refusal_of(altered, way)) for path, altered in changed for way in ways_to_open(desk, path)]
    assert {path for path, _ in changed} == set(leaves(fields))
    kinds = {kind for _, kind in refusals}
    assert kinds >= {"TamperedKeyFileError", "WrongPassphraseError", "DamagedKeyFileError", "DeskTooNewError"}


def test_the_unaltered_file_does_open_every_way(desk):
    fields = as_fields(desk.key_file)
    for way in ways_to_open(desk, ()):
        assert way(key_file_from_bytes(json.dumps(fields).encode())).root_key == desk.root


def test_the_demo_mark_cannot_be_turned(desk):
    fields = {**as_fields(desk.key_file), "demo": True}
    turned = key_file_from_bytes(json.dumps(fields).encode())
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(turned, desk.passphrase)


def slots_removed(own, _):
    return own[1:]


def slots_reordered(own, _):
    return own[::-1]


def slot_added_from_another_desk(own, other):
    return [*own, other[0]]


def slot_replaced_by_another_desks(own, other):
    return [own[0], own[2], other[1]]


@pytest.mark.parametrize(
    "change", [slots_removed, slots_reordered, slot_added_from_another_desk, slot_replaced_by_another_desks]
)
def test_slots_cannot_be_removed_added_or_reordered(desk, other_desk, change):
    fields = as_fields(desk.key_file)
    fields["slots"] = change(fields["slots"], as_fields(other_desk.key_file)["slots"])
    key_file = key_file_from_bytes(json.dumps(fields).encode())
    with pytest.raises(TamperedKeyFileError, match="changed by something other"):
        unlock_with_device(key_file, desk.device)
