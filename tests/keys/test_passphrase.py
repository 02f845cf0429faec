import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.keys.errors import WeakPassphraseError
from socdesk.keys.passphrase import check_new_passphrase, passphrase_bytes


@given(st.text(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_every_way_to_type_the_same_letters_gives_the_same_bytes(passphrase, form):
    assert passphrase_bytes(unicodedata.normalize(form, passphrase)) == passphrase_bytes(passphrase)


@given(st.text())
def test_space_around_a_passphrase_does_not_count(passphrase):
    assert passphrase_bytes(f" \t{passphrase}\r\n\u00a0") == passphrase_bytes(passphrase)


def test_space_inside_and_capitals_do_count():
    made = {passphrase_bytes(text) for text in ("two words", "twowords", "two  words", "Two words")}
    assert len(made) == 4


def test_undecodable_input_is_still_only_a_wrong_passphrase():
    assert passphrase_bytes("\udcff kettle") != passphrase_bytes("kettle")


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "kettle moss",
        "  kettle moss  ",
        "ﬁﬁﬁﬁﬁ"[:5],
        "aaaaaaaaaaaaaaaa",
        "abababababababab",
        "kettle\norbit lantern",
        "kettle orbit \udcff lantern",
        "kettle orbit \U000e0080 lantern",
    ],
)
def test_a_weak_or_untypable_passphrase_is_refused_with_advice_and_not_repeated(weak):
    with pytest.raises(WeakPassphraseError, match="unrelated words") as caught:
        check_new_passphrase(weak)
    assert len(weak) < 5 or weak not in str(caught.value)


@pytest.mark.parametrize("good", ["kettle moss!", "pluie d'été à Genève", "чайник орбита", "茶壶轨道灯笼青苔雨山水石"])
def test_twelve_characters_in_any_language_are_enough(good):
    check_new_passphrase(good)
