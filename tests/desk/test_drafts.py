"""What was typed and not saved comes back word for word, to its own officer alone, and leaves nothing when it goes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from helpers.field_values import records_of
from helpers.records import concern, statement
from hypothesis import given
from hypothesis import strategies as st

from socdesk.desk.deeds import Deed
from socdesk.desk.drafts import Draft, clashes, keeping, read, written
from socdesk.errors import InvalidRecordError
from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.declared.concerns import CONCERN_SOURCES, CONCERNS, STATEMENTS, Concern, ConcernSource
from socdesk.registers.declared.desk_records import Officer
from socdesk.registers.register import new_id
from socdesk.storage.draft_store import DraftRow
from socdesk.storage.faults import DiskFullError

SECRET = "An unmistakable sentence that was never saved"
AT = datetime(2026, 3, 16, 9, tzinfo=UTC)
PAGE, FOOT, IV, SALT = 4096, 80, 16, 16


@st.composite
def drafts(draw):
    register = draw(st.sampled_from(list(REGISTERS)))
    base = replace(draw(records_of(register)), version=draw(st.integers(0, 9)))
    texts = draw(st.dictionaries(st.sampled_from([*register.fields, "restricted"]), st.text()))
    return Draft(register=register, base=base, texts=texts, way=draw(st.sampled_from(["", "quick"])), at=AT)


@given(drafts())
def test_a_draft_of_any_register_comes_back_as_it_was_typed(draft):
    body = written(draft)
    body.encode("ascii")
    assert read(REGISTERS, DraftRow(draft.record, AT, body)) == draft


def new_draft(**texts):
    return Draft(register=CONCERNS, base=Concern(id=new_id()), texts=texts)


def test_a_draft_is_no_version_and_no_change(desk):
    before = desk.store.heads
    kept = desk.drafts.keep(new_draft(summary="Half a", received="31 feb", urgency="\ud800"))
    assert desk.store.heads == before
    assert desk.drafts.of(kept.record) == kept
    assert desk.read.search("Half") == ()
    assert desk.read.get(CONCERNS, kept.record) is None


def test_it_is_there_again_when_the_desk_is_opened_again(desk, reopened):
    kept = desk.drafts.keep(new_draft(summary=SECRET))
    assert reopened(desk).drafts.all() == (kept,)


def test_what_cannot_be_saved_is_kept_and_what_can_is_not(desk):
    typed = new_draft(summary=SECRET)
    with keeping(desk.drafts, typed):
        pass
    assert desk.drafts.all() == ()
    with pytest.raises(DiskFullError), keeping(desk.drafts, typed):
        raise DiskFullError
    assert desk.drafts.of(typed.record).texts == {"summary": SECRET}
    with pytest.raises(DiskFullError), keeping(desk.drafts, None):
        raise DiskFullError


def test_a_later_draft_of_the_same_record_takes_the_place_of_the_earlier(desk):
    first = desk.drafts.keep(new_draft(summary="Half"))
    desk.drafts.keep(replace(first, texts={"summary": "Half a thought"}))
    (only,) = desk.drafts.all()
    assert only.texts == {"summary": "Half a thought"}


def test_each_officer_has_drafts_of_their_own(desk):
    kept = desk.drafts.keep(new_draft(summary="Mine"))
    (other,) = desk.do(Deed(words="For a test", puts=(Officer(id=new_id(), name="B. Officer"),))).records
    desk.drafts._actor = other.id
    assert desk.drafts.all() == ()
    desk.drafts.drop(kept.record)
    desk.drafts._actor = desk.actor
    assert desk.drafts.all() == (kept,)


def test_saving_ends_the_draft_in_the_same_transaction_and_a_refusal_does_not(desk):
    kept = desk.drafts.keep(new_draft(summary="Half"))
    whole = concern("A whole thought", id=kept.record)
    refused = Deed(words="Added", puts=(replace(whole, summary=""),), draft=kept.record)
    with pytest.raises(InvalidRecordError):
        desk.do(refused)
    assert desk.drafts.all() == (kept,)
    desk.do(Deed(words="Added", puts=(whole,), draft=kept.record))
    assert desk.drafts.all() == ()


def test_a_list_offers_drafts_in_words_that_hold_no_text(desk, clock):
    clock.now = datetime(2026, 3, 16, 14, 31, 50, tzinfo=UTC)
    (standing,) = desk.do(Deed(words="Added", puts=(concern(),))).records
    desk.drafts.keep(new_draft(summary=SECRET))
    desk.drafts.keep(Draft(register=CONCERNS, base=standing, texts={"summary": SECRET}))
    desk.drafts.keep(Draft(register=STATEMENTS, base=statement(standing), texts={"text": SECRET}))
    offers = [offer.words for offer in desk.drafts.offers("concerns", "statements")]
    assert [words.rpartition(",")[0] for words in offers] == [
        f"New statement for {standing.reference}",
        standing.reference,
        "New concern",
    ]
    assert all(words.endswith(", 14:31 today") for words in offers)
    assert desk.drafts.offers("actions") == ()
    clock.now = datetime(2026, 3, 17, 8, tzinfo=UTC)
    assert desk.drafts.offers("statements")[0].words.endswith(", 14:31 on 16 March 2026")


def test_a_draft_of_what_another_officer_restricted_is_not_offered(desk):
    (standing,) = desk.do(Deed(words="Added", puts=(concern(restricted=True, restriction_reason="CSE"),))).records
    (other,) = desk.do(Deed(words="For a test", puts=(Officer(id=new_id(), name="B. Officer"),))).records
    desk.drafts._actor = desk.read._actor = other.id
    desk.drafts.keep(Draft(register=CONCERNS, base=standing, texts={"summary": "A"}))
    source = ConcernSource(id=new_id(), parent=standing.id)
    desk.drafts.keep(Draft(register=CONCERN_SOURCES, base=source, texts={"name": "B"}))
    assert desk.drafts.all() == ()


def test_what_was_changed_since_is_set_beside_what_was_typed(desk):
    (standing,) = desk.do(Deed(words="Added", puts=(concern("A van"),))).records
    draft = Draft(register=CONCERNS, base=standing, texts={"summary": "A car", "place": "The yard"})
    shown, labels = {"summary": "A lorry", "place": ""}, {"summary": "In a few words"}
    assert clashes(draft, standing, shown, labels) == ()
    (now,) = desk.do(Deed(words="Changed", puts=(replace(standing, summary="A lorry"),))).records
    (clash,) = clashes(draft, now, shown, labels)
    assert (clash.label, clash.typed, clash.stands) == ("In a few words", "A car", "A lorry")
    assert desk.drafts.standing(draft) == now


def decrypted(path, key):
    """Every page of the file as it lies there, free ones too."""
    data = path.read_bytes()
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        body = page[SALT if start == 0 else 0 : PAGE - FOOT]
        cipher = Cipher(algorithms.AES(key), modes.CBC(page[PAGE - FOOT : PAGE - FOOT + IV])).decryptor()
        yield cipher.update(body)


def test_a_draft_that_went_is_overwritten_in_the_encrypted_file(desk, folder, house, reopened):
    key, path = desk.store.place.key, desk.store.place.path
    draft = desk.drafts.keep(new_draft(summary=SECRET * 400))
    desk = reopened(desk)
    assert any(SECRET.encode() in page for page in decrypted(path, key))
    desk.drafts.drop(draft.record)
    desk.lock()
    assert not any(SECRET[5:20].encode() in page for page in decrypted(path, key))
