import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shamir_mnemonic import generate_mnemonics
from shamir_mnemonic.wordlist import WORDLIST

from socdesk.keys.errors import AnotherSheetNeededError, NotTogetherError, WrongRecoveryWordsError
from socdesk.keys.recovery import (
    SHEET_BREAK,
    ask_back_positions,
    matches,
    new_recovery_secret,
    secret_of,
    sheets_of,
    words_of,
)

secrets = st.binary(min_size=16, max_size=16)


@given(secrets)
@settings(max_examples=40)
def test_twenty_words_give_the_secret_back(secret):
    words = words_of(secret)
    assert len(words.split()) == 20
    assert set(words.split()) <= set(WORDLIST)
    assert secret_of(words) == secret


@pytest.fixture(scope="module")
def words():
    return words_of(b"sixteen bytes ok")


@pytest.mark.parametrize(
    "typed",
    [
        str.upper,
        lambda words: f"\n {words.replace(' ', chr(10))}\t\n",
        lambda words: words.replace(" ", ", "),
        lambda words: " ".join(word[:4] for word in words.split()),
        lambda words: " ".join(word[: max(4, len(word) - 1)] for word in words.split()),
        lambda words: "\n".join(f"{place}. {word}" for place, word in enumerate(words.split(), 1)),
        lambda words: "\n".join(f"{place}.{word}" for place, word in enumerate(words.split(), 1)),
        lambda words: "\n".join(f"{place:2} {word}" for place, word in enumerate(words.split(), 1)),
    ],
)
def test_the_way_words_are_typed_does_not_matter(words, typed):
    assert secret_of(typed(words)) == b"sixteen bytes ok"


@given(st.integers(1, 20), st.text("bcdfgh", min_size=5, max_size=8))
@settings(max_examples=25)
def test_a_word_that_is_not_in_the_list_is_named_with_its_place(words, place, wrong):
    typed = words.split()
    right = typed[place - 1]
    typed[place - 1] = wrong
    with pytest.raises(WrongRecoveryWordsError, match=rf"word {place} \({wrong}\)") as caught:
        secret_of(" ".join(typed))
    assert right not in str(caught.value)


def test_several_wrong_words_are_all_counted_and_the_first_ones_named(words):
    with pytest.raises(WrongRecoveryWordsError) as caught:
        secret_of(" ".join(["zzzzzz"] * 8 + words.split()[8:]))
    assert re.findall(r"word (\d+)", str(caught.value)) == ["1", "2", "3", "4", "5"]
    assert "and 3 more" in str(caught.value)


def test_a_long_text_typed_by_mistake_is_not_repeated_whole():
    with pytest.raises(WrongRecoveryWordsError) as caught:
        secret_of("q" * 5000)
    assert len(str(caught.value)) < 200


@given(st.integers(0, 19), st.sampled_from(WORDLIST))
@settings(max_examples=25)
def test_a_wrong_word_of_the_list_is_found_and_no_word_is_repeated(words, place, wrong):
    typed = words.split()
    if typed[place] == wrong:
        return
    typed[place] = wrong
    with pytest.raises(WrongRecoveryWordsError, match="do not fit together") as caught:
        secret_of(" ".join(typed))
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_two_words_swapped_do_not_fit_together(words):
    typed = words.split()
    typed[5], typed[9] = typed[9], typed[5]
    assert typed != words.split()
    with pytest.raises(WrongRecoveryWordsError, match="do not fit together"):
        secret_of(" ".join(typed))


@pytest.mark.parametrize(("count", "told"), [(0, "0 were"), (1, "1 was"), (19, "19 were"), (21, "21 were")])
def test_a_wrong_number_of_words_is_told(words, count, told):
    with pytest.raises(WrongRecoveryWordsError, match=f"must be 20 recovery words, but {told} given"):
        secret_of(" ".join((words.split() * 2)[:count]))


def test_one_sheet_of_several_is_not_taken_for_the_whole():
    [[one, _]] = generate_mnemonics(1, [(2, 2)], b"sixteen bytes ok")
    with pytest.raises(WrongRecoveryWordsError):
        secret_of(one)


def test_a_recovery_secret_is_new_each_time_and_has_128_bits():
    assert len({new_recovery_secret() for _ in range(20)}) == 20
    assert len(new_recovery_secret()) == 16
    with pytest.raises(ValueError, match="16 bytes"):
        words_of(b"short")


@given(st.integers())
def test_three_different_places_are_asked_back_past_the_words_that_many_sheets_share(seed):
    positions = ask_back_positions(random.Random(seed))
    assert len(set(positions)) == 3
    assert list(positions) == sorted(positions)
    assert all(5 <= position <= 20 for position in positions)


def test_every_place_that_tells_can_be_asked_back():
    rng = random.Random(1)
    assert {place for _ in range(300) for place in ask_back_positions(rng)} == set(range(5, 21))


def test_answers_match_in_any_case_or_by_their_first_four_letters(words):
    right = [words.split()[place - 1] for place in (5, 12, 20)]
    assert matches(words, (5, 12, 20), right)
    assert matches(words, (5, 12, 20), [f" {word.upper()} " for word in right])
    assert matches(words, (5, 12, 20), [word[:4] for word in right])


def test_wrong_missing_or_swapped_answers_do_not_match(words):
    right = [words.split()[place - 1] for place in (5, 12, 20)]
    assert len(set(right)) == 3
    assert not matches(words, (5, 12, 20), [right[0], right[2], right[1]])
    assert not matches(words, (5, 12, 20), [*right[:2], ""])
    assert not matches(words, (5, 12, 20), [*right[:2], right[2][:3]])
    assert not matches(words, (5, 12, 20), right[:2])
    assert not matches(words, (), [])


SECRET = bytes(range(16))


@given(secrets, st.permutations([0, 1, 2]), st.sampled_from([SHEET_BREAK, " ", "\n\n"]))
@settings(max_examples=30)
def test_any_two_of_three_sheets_give_the_secret_back_in_either_order(secret, order, between):
    sheets = sheets_of(secret)
    assert len(sheets) == 3
    assert secret_of(between.join(sheets[n] for n in order[:2])) == secret


def test_one_sheet_of_three_asks_for_another():
    with pytest.raises(AnotherSheetNeededError, match="only together with another"):
        secret_of(sheets_of(SECRET)[0])


def refusal(*sheets):
    with pytest.raises(WrongRecoveryWordsError) as caught:
        secret_of(SHEET_BREAK.join(sheets))
    return str(caught.value)


def test_two_sheets_that_do_not_go_together_are_told_plainly():
    first, second, third = sheets_of(SECRET)
    other = sheets_of(SECRET)[1]
    assert refusal(first, first).startswith("This is the same sheet twice.")
    assert refusal(first, other).startswith("These two sheets do not belong together")
    assert refusal(first, words_of(SECRET)).startswith("These two sheets do not belong together")
    assert refusal(words_of(SECRET), words_of(bytes(16))).startswith("Each of these sheets stands alone.")
    assert refusal(first, second, third).startswith("These are more than two sheets.")
    assert issubclass(NotTogetherError, WrongRecoveryWordsError)


def test_a_wrong_word_is_named_with_its_sheet():
    first, second, _ = (sheet.split() for sheet in sheets_of(SECRET))
    unknown = [*second[:6], "xylophone", *second[7:]]
    assert refusal(" ".join(first), " ".join(unknown)).startswith(
        "Second sheet: not in the list of recovery words: word 7 (xylophone)."
    )
    swapped = [*first[:6], second[6] if second[6] != first[6] else "academic", *first[7:]]
    assert refusal(" ".join(swapped), " ".join(second)).startswith(
        "First sheet: all the recovery words are in the word"
    )
    assert refusal(" ".join(first), " ".join(second[:19])).startswith("Second sheet: there must be 20 recovery words")
    assert refusal(" ".join(second), "") == str(AnotherSheetNeededError())
