import copy
import pickle
from base64 import b64encode

import pytest

from socdesk.keys.derive import RootKey, audit_key, desk_key, header_key, witness_key


def test_each_use_has_its_own_key_and_a_root_gives_the_same_ones_again():
    root = RootKey(bytes(range(32)))
    keys = [use(root) for use in (desk_key, header_key, witness_key, audit_key)]
    assert len(set(keys)) == 4
    assert all(len(key) == 32 for key in keys)
    assert keys == [use(RootKey(bytes(range(32)))) for use in (desk_key, header_key, witness_key, audit_key)]


def test_the_names_of_the_uses_last_for_ever():
    root = RootKey(bytes(range(32)))
    assert desk_key(root).hex() == "f1d08fdaf5454d51351cd2ec26bdf6039b97beba0d323e1e88ff2f38587523c7"
    assert witness_key(root).hex() == "109a9b63fc175de7952c154904a8d4051f83ada4abdb0731ff01dcdee04688a8"
    assert audit_key(root).hex() == "701f867f938521aead13e45115be603889db79eb1cbbec245bc968dc44855579"


def test_two_roots_give_two_desk_keys():
    assert desk_key(RootKey.random()) != desk_key(RootKey.random())


def test_a_root_key_never_shows_itself():
    key = bytes(range(100, 132))
    root = RootKey(key)
    shown = f"{root!r} {root} {root!s:>40} {[root]}"
    for form in (repr(key), key.hex(), b64encode(key).decode(), key.decode("ascii", "ignore")):
        assert form not in shown


@pytest.mark.parametrize("copied", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_root_key_is_not_pickled_or_copied(copied):
    with pytest.raises(TypeError):
        copied(RootKey.random())


def test_root_keys_compare_by_their_bytes():
    assert RootKey(b"a" * 32) == RootKey(b"a" * 32)
    assert RootKey(b"a" * 32) != RootKey(b"b" * 32)
    assert RootKey(b"a" * 32) != b"a" * 32


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_root_key_has_32_bytes(length):
    with pytest.raises(ValueError, match="32 bytes"):
        RootKey(b"k" * length)
