"""Making desks, and changing their locks."""

import pytest
from cli.conftest import OTHER, PASSPHRASE

pytestmark = pytest.mark.usefixtures("cheap")


def new(terminal, name="fresh", *others):
    return terminal.run(
        "new", terminal.folder / name, "--passphrase-file", terminal.write("pass.txt", PASSPHRASE), *others
    )


def test_a_new_desk_shows_its_twenty_recovery_words_once(terminal):
    made = new(terminal)
    assert (made.code, made.err) == (0, "")
    assert "It holds the strategy, its 11 actions and 4 member roles." in made.out
    assert len(made.out.splitlines()[-1].split()) == 20


def test_recovery_words_go_to_the_file_that_is_named_and_not_to_the_screen(terminal):
    out = terminal.folder / "words.txt"
    made = new(terminal, "fresh", "--recovery-out", out)
    words = out.read_text()
    assert made.code == 0
    assert len(words.split()) == 20
    assert words.strip() not in made.out
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("place", ["fresh/words.txt", "fresh", "fresh/deeper/words.txt", "other/../fresh/words.txt"])
def test_recovery_words_are_refused_inside_the_desks_folder_before_anything_is_made(terminal, place):
    made = new(terminal, "fresh", "--recovery-out", terminal.folder / place)
    assert made.code == 1
    assert made.err.splitlines() == [
        "Recovery words must not lie in the desk’s own folder. Choose another place. Nothing was changed."
    ]
    assert not (terminal.folder / "fresh").exists()


def test_recovery_words_that_no_file_takes_are_shown_rather_than_lost(terminal):
    made = new(terminal, "fresh", "--recovery-out", terminal.folder / "nowhere" / "words.txt")
    assert made.code == 1
    assert len(made.out.splitlines()[-1].split()) == 20
    assert "words.txt could not be saved" in made.err


def test_a_folder_that_holds_files_is_left_alone(terminal):
    (terminal.folder / "full").mkdir()
    terminal.write("full/letter.txt", "Dear")
    made = new(terminal, "full")
    assert made.code == 1
    assert made.err.startswith("There are files in this folder already.")
    assert [path.name for path in (terminal.folder / "full").iterdir()] == ["letter.txt"]


def test_a_file_where_the_folder_should_be_is_the_worlds_fault(terminal):
    terminal.write("letter.txt", "Dear")
    made = new(terminal, "letter.txt")
    assert (made.code, len(made.err.splitlines())) == (1, 1)


def test_a_weak_passphrase_is_told(terminal):
    weak = terminal.write("weak.txt", "secret")
    made = terminal.run("new", terminal.folder / "fresh", "--passphrase-file", weak)
    assert made.code == 1
    assert "at least" in made.err
    assert "secret" not in made.err + made.out


def test_a_changed_passphrase_opens_and_the_old_one_does_not(terminal):
    fresh = terminal.write("new.txt", OTHER)
    assert terminal.on_desk("passphrase", "--new-passphrase-file", fresh).code == 0
    refused = terminal.on_desk("history", "A07")
    assert refused.code == 1
    assert refused.err.startswith("That passphrase does not open this desk.")
    assert terminal.run("history", terminal.desk, "A07", "--passphrase-file", fresh).code == 0


def test_both_passphrases_may_be_two_lines_of_standard_input(terminal, standard_input):
    standard_input(f"{PASSPHRASE}\n{OTHER}\n".encode())
    done = terminal.run("passphrase", terminal.desk, "--passphrase-file", "-", "--new-passphrase-file", "-")
    assert done.code == 0
    terminal.opened(OTHER).lock()


def recover(terminal, words, *others):
    fresh = terminal.write("new.txt", OTHER)
    return terminal.run("recover", terminal.desk, "--words-file", words, "--new-passphrase-file", fresh, *others)


def test_the_recovery_words_open_the_desk_once_and_new_ones_follow(terminal):
    words = terminal.write("words.txt", terminal.words.replace(" ", "\n"))
    done = recover(terminal, words, "--recovery-out", terminal.folder / "fresh.txt")
    assert (done.code, done.err) == (0, "")
    terminal.opened(OTHER).lock()
    assert recover(terminal, words).code == 1
    assert recover(terminal, terminal.folder / "fresh.txt").code == 0


def test_a_wrong_recovery_word_is_named_by_its_place(terminal):
    words = terminal.words.split()
    words[3] = "xylophone"
    refused = recover(terminal, terminal.write("words.txt", " ".join(words)))
    assert refused.code == 1
    assert "ord 4" in refused.err
    assert words[5] not in refused.err


def test_recovery_words_may_come_from_standard_input(terminal, standard_input):
    standard_input(terminal.words.encode())
    assert recover(terminal, "-").code == 0


def test_three_sheets_are_written_each_to_its_own_file_and_any_two_open_the_desk(terminal):
    out = terminal.folder / "sheet.txt"
    done = terminal.on_desk("words", "--three-sheets", "--recovery-out", out)
    assert (done.code, done.err) == (0, "")
    assert not out.exists()
    sheets = [terminal.folder / f"sheet-{n}.txt" for n in (1, 2, 3)]
    assert [len(sheet.read_text().split()) for sheet in sheets] == [20, 20, 20]
    alone = recover(terminal, sheets[0])
    assert alone.code == 1
    assert alone.err.startswith("This sheet opens the desk only together with another of the three.")
    twice = recover(terminal, sheets[0], "--words-file", sheets[0])
    assert twice.err.startswith("This is the same sheet twice.")
    assert recover(terminal, sheets[2], "--words-file", sheets[0], "--three-sheets").code == 0
    terminal.opened(OTHER).lock()


def test_sheets_can_be_tagged_pdfs_and_are_named_for_their_holders(terminal):
    made = new(terminal, "fresh", "--three-sheets", "--recovery-out", terminal.folder / "sheet.pdf")
    assert made.code == 0
    assert all((terminal.folder / f"sheet-{n}.pdf").read_bytes().startswith(b"%PDF") for n in (1, 2, 3))
    shown = new(terminal, "other", "--three-sheets")
    assert "Sheet 2 of 3, for Monitoring Officer. Any two of the three open the desk." in shown.out


def test_after_several_wrong_tries_a_command_waits_and_says_so(terminal, monkeypatch):
    waited = []

    def wait(seconds):
        waited.append(seconds)
        (terminal.desk / "failed-unlocks.log").unlink()  # instead of waiting

    monkeypatch.setattr("socdesk.cli.waiting.time.sleep", wait)
    wrong = terminal.write("wrong.txt", "not this one at all")
    for _ in range(3):
        assert terminal.run("history", terminal.desk, "A07", "--passphrase-file", wrong).code == 1
    done = terminal.on_desk("history", "A07")
    assert done.code == 0
    assert done.err.startswith("Too many wrong tries. Waiting ")
    assert 0 < waited[0] <= 5


def test_whoever_has_the_recovery_words_never_waits(terminal, monkeypatch):
    waited = []
    monkeypatch.setattr("socdesk.cli.waiting.time.sleep", waited.append)
    wrong = terminal.write("wrong.txt", "not this one at all")
    for _ in range(3):
        assert terminal.run("history", terminal.desk, "A07", "--passphrase-file", wrong).code == 1
    assert recover(terminal, terminal.write("words.txt", terminal.words)).code == 0
    assert waited == []
