"""The commands and their arguments."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction  # pyright: ignore[reportPrivateUsage]

from socdesk import __version__
from socdesk.cli import backups, checking, desks, lists, papers, people, records, remembering, renewing, window
from socdesk.cli.usage import column, count, day
from socdesk.registers.catalogue import REGISTERS
from socdesk.reports.catalogue import PAPERS

FIRST_HELP = f"""Socdesk {__version__}: an offline, encrypted desk for serious and organised crime duties.

socdesk alone opens the window. Everything below does without it.

First run by command line
  1. Put a passphrase of four or more unrelated words on the first line of a file, say pass.txt.
  2. socdesk new MyDesk --passphrase-file pass.txt
     makes a desk that already holds the strategy. Write its 20 recovery words on paper.
     Or: socdesk demo Sample --passphrase-file pass.txt
     makes a fictitious sample desk to try things on.
  3. socdesk export MyDesk actions --out actions.xlsx --passphrase-file pass.txt

Commands
  window       the window, also on a desk that you name
  new          a new desk                         report       a paper as PDF or web page
  demo         a fictitious sample desk           history      every version of one record
  import       a driver, staff or member list     undo, redo   take back a deed, or do it again
  export       a register as CSV, XLSX or JSON    verify       check the whole desk
  passphrase   change the passphrase              self-test    check this program
  recover      open with the recovery words       backup       a backup, opened and checked
  restore      put a backup in place              prove        open a backup and check all of it
  words        new recovery words                 renew-key    a new data key for all of it
  remember     open it here without passphrase    forget       no longer
  people       who can open the desk; also add-person, change-person, remove-person
  revert       a record as it once was            trail        both chains, for a checker outside
  salvage      what can be read of a damaged desk

socdesk COMMAND --help says more."""

Commands = _SubParsersAction

_PAPERS = "; ".join(f"{each.key}: {each.name[:1].lower()}{each.name[1:]}" for each in PAPERS)


def build_parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    parser = ArgumentParser(
        prog="socdesk", description=FIRST_HELP, formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"Socdesk {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _window(commands)
    _desks(commands)
    _people(commands)
    _remembering(commands)
    _lists(commands)
    _papers(commands)
    _records(commands)
    _checking(commands)
    _backups(commands)
    return parser


def _command(commands: Commands[ArgumentParser], name: str, words: str, *, desk: bool = True) -> ArgumentParser:
    command = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
    if desk:
        command.add_argument("desk", metavar="DESK", help="the desk's folder")
        command.add_argument(
            "--passphrase-file", metavar="F", required=True, help="a file with the passphrase; - is standard input"
        )
    return command


def _window(commands: Commands[ArgumentParser]) -> None:
    show = _command(commands, "window", "Show the window", desk=False)
    show.add_argument("desk", metavar="DESK", nargs="?", help="the desk's folder; the one used last by default")
    show.set_defaults(run=window.window)


def _desks(commands: Commands[ArgumentParser]) -> None:
    new = _command(commands, "new", "Make a desk that already holds the strategy")
    new.add_argument("--recovery-out", metavar="FILE", help="write the 20 recovery words there")
    _three_sheets(new)
    new.set_defaults(run=desks.new)
    demo = _command(commands, "demo", "Make a fictitious sample desk")
    demo.add_argument("--concerns", type=count, default=120, metavar="N", help="how many concerns (default: 120)")
    demo.add_argument("--drivers", type=count, default=240, metavar="N", help="how many taxi drivers (default: 240)")
    demo.add_argument("--seed", type=int, default=1, metavar="N", help="another number, another sample")
    demo.set_defaults(run=desks.demo)
    change = _command(commands, "passphrase", "Change the passphrase")
    change.add_argument("--new-passphrase-file", metavar="F", required=True, help="a file with the new passphrase")
    change.set_defaults(run=desks.passphrase)
    renew = _command(commands, "renew-key", "Write all of a desk anew under a new key, with new recovery words")
    renew.add_argument("--give-up-others", action="store_true", help="also where other people's passphrases then end")
    renew.add_argument("--recovery-out", metavar="FILE", help="write the 20 new recovery words there")
    _three_sheets(renew)
    renew.set_defaults(run=renewing.renew_key)
    recover = _command(commands, "recover", "Open with the recovery words and set a new passphrase", desk=False)
    recover.add_argument("desk", metavar="DESK", help="the desk's folder")
    recover.add_argument(
        "--words-file",
        metavar="F",
        required=True,
        action="append",
        help="a file with the 20 words of a sheet, given twice for two of three sheets; - is standard input",
    )
    recover.add_argument("--new-passphrase-file", metavar="F", required=True, help="a file with the new passphrase")
    recover.add_argument("--recovery-out", metavar="FILE", help="write the new recovery words there")
    _three_sheets(recover)
    recover.set_defaults(run=desks.recover)
    words = _command(commands, "words", "Make new recovery words; the old ones then open the desk no longer")
    words.add_argument("--recovery-out", metavar="FILE", help="write the new words there, as text or PDF")
    _three_sheets(words)
    words.set_defaults(run=desks.words)


def _three_sheets(command: ArgumentParser) -> None:
    command.add_argument("--three-sheets", action="store_true", help="three sheets, any two of which open the desk")


def _people(commands: Commands[ArgumentParser]) -> None:
    _command(commands, "people", "Say who can open a desk").set_defaults(run=people.people)
    add = _command(commands, "add-person", "Let another person open a desk, for a time or for good")
    add.add_argument("name", metavar="NAME", help="the name under which the log has what they do")
    add.add_argument("--new-passphrase-file", metavar="F", required=True, help="a file with the passphrase they set")
    _days(add)
    add.set_defaults(run=people.add)
    change = _command(commands, "change-person", "Set the days on which a person can open a desk, and their name")
    change.add_argument("person", metavar="PERSON", help="a name, or a reference such as O02")
    change.add_argument("--name", metavar="NAME", help="what they are called from now on")
    _days(change)
    change.set_defaults(run=people.change)
    remove = _command(commands, "remove-person", "Take a person's passphrase away")
    remove.add_argument("person", metavar="PERSON", help="a name, or a reference such as O02")
    remove.set_defaults(run=people.remove)


def _remembering(commands: Commands[ArgumentParser]) -> None:
    keep = _command(commands, "remember", "Let this computer open a desk in the window without its passphrase")
    keep.add_argument("--days", type=int, choices=(1, 7, 14, 30), default=7, help="for how many days (default: 7)")
    keep.set_defaults(run=remembering.remember)
    forget = _command(commands, "forget", "Let computers open a desk by themselves no longer")
    forget.add_argument("--computer", metavar="NAME", help="only this one; all of them by default")
    forget.set_defaults(run=remembering.forget)


def _days(command: ArgumentParser) -> None:
    command.add_argument("--from", dest="since", type=day, metavar="YYYY-MM-DD", help="the first day; open if left out")
    command.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="the last day; open if left out")


def _lists(commands: Commands[ArgumentParser]) -> None:
    bring = _command(commands, "import", "Bring in a list of drivers, staff or members, or a register's export")
    kinds = (*lists.LISTS, *REGISTERS.keys)
    bring.add_argument("kind", choices=kinds, metavar="LIST", help="drivers, staff, members, or a register's name")
    bring.add_argument("file", metavar="FILE", help="an .xlsx or .csv file, or a register's .json; - is standard input")
    bring.add_argument("--dry-run", action="store_true", help="show what would happen; write nothing")
    bring.add_argument(
        "--column", type=column, action="append", default=[], metavar="FIELD=HEADING", help="correct a match"
    )
    bring.add_argument("--leave-out-sensitive", action="store_true", help="bring the rest of such a file in")
    bring.add_argument("--again", action="store_true", help="bring the same file in once more")
    bring.add_argument("--course", metavar="TITLE", help="FILE is a Teams attendance report of this course")
    bring.add_argument("--held-on", type=day, metavar="YYYY-MM-DD", help="the day on which the course was given")
    bring.add_argument("--least-minutes", type=count, metavar="N", help="fewer are attendance in part (default: 45)")
    bring.set_defaults(run=lists.bring_in)
    export = _command(commands, "export", "Write a register to a file")
    export.add_argument("register", metavar="REGISTER", help="such as actions, concerns or learners")
    export.add_argument("--out", metavar="FILE", required=True, help="a name ending in .csv, .xlsx or .json")
    export.add_argument("--include-restricted", action="store_true", help="with restricted and source fields")
    export.set_defaults(run=lists.export)


def _papers(commands: Commands[ArgumentParser]) -> None:
    report = _command(commands, "report", "Make a paper as tagged PDF, or as a web page")
    report.add_argument("paper", choices=[each.key for each in PAPERS], metavar="PAPER", help=_PAPERS)
    report.add_argument("--as-at", type=day, required=True, metavar="YYYY-MM-DD", help="the census day")
    report.add_argument(
        "--meeting", type=day, required=True, metavar="YYYY-MM-DD", help="its day, or that of the induction"
    )
    report.add_argument("--out", metavar="FILE", required=True, help="a name ending in .pdf or .html")
    report.add_argument("--layout", metavar="NAME", help="cabinet or committee-2019; the desk's setting by default")
    report.add_argument("--refresh", action="store_true", help="take the figures as known now")
    report.add_argument("--issue", action="store_true", help="settle it: the desk keeps what was printed and its seal")
    report.set_defaults(run=papers.report)


def _records(commands: Commands[ArgumentParser]) -> None:
    history = _command(commands, "history", "Show every version of one record")
    history.add_argument("reference", metavar="REFERENCE", help="such as A07 or SOC-2026-0001")
    history.set_defaults(run=records.history)
    revert = _command(commands, "revert", "Give one record the values of an earlier version again")
    revert.add_argument("reference", metavar="REFERENCE", help="such as A07 or SOC-2026-0001")
    revert.add_argument("--version", type=count, required=True, metavar="N", help="as “history” numbers them")
    revert.set_defaults(run=records.revert)
    undo = _command(commands, "undo", "Take back a deed")
    undo.add_argument("--deed", type=int, metavar="N", help="which one; the newest by default")
    undo.set_defaults(run=records.undo)
    _command(commands, "redo", "Do again what was taken back last").set_defaults(run=records.redo)


def _checking(commands: Commands[ArgumentParser]) -> None:
    verify = _command(commands, "verify", "Check pages, chains, witness, records and search of a desk")
    verify.add_argument("--accept", action="store_true", help="take the desk as it stands, once you have compared it")
    verify.set_defaults(run=checking.verify)
    trail = _command(commands, "trail", "Export both chains, to be checked by anybody, also without Socdesk")
    trail.add_argument("--out", metavar="FILE", required=True, help="where the trail goes")
    trail.add_argument("--checker", metavar="FILE", help="also write the program that checks it")
    trail.add_argument("--include-restricted", action="store_true", help="with the texts of all records")
    trail.set_defaults(run=checking.trail)
    test = _command(commands, "self-test", "Check that this program has all it needs", desk=False)
    test.add_argument("--report", metavar="FILE", help="write what was found there, as JSON")
    test.set_defaults(run=checking.self_test)


def _backups(commands: Commands[ArgumentParser]) -> None:
    make = _command(commands, "backup", "Back a desk up, then open the copy and check all of it")
    make.add_argument("--to", metavar="FOLDER", help="let backups go there from now on; else where they go already")
    make.set_defaults(run=backups.backup)
    prove = _command(commands, "prove", "Open a backup and check all of it", desk=False)
    _on_backup(prove)
    prove.set_defaults(run=backups.prove)
    restore = _command(commands, "restore", "Compare a backup with the desk that is there, and restore it", desk=False)
    _on_backup(restore)
    restore.add_argument("desk", metavar="DESK", help="the folder that it is restored to")
    restore.add_argument("--replace", action="store_true", help="over the desk that is there, which is kept beside")
    restore.add_argument("--new-passphrase-file", metavar="F", help="with recovery words: the new passphrase")
    restore.add_argument("--recovery-out", metavar="FILE", help="with recovery words: write the 20 new ones there")
    _three_sheets(restore)
    restore.set_defaults(run=backups.restore)

    rescue = _command(commands, "salvage", "Read what can be read of a damaged desk into a new one")
    rescue.add_argument("new", metavar="NEW", help="the new desk’s folder")
    rescue.set_defaults(run=backups.salvage)


def _on_backup(command: ArgumentParser) -> None:
    command.add_argument("backup", metavar="BACKUP", help="a backup, or a folder of backups for the newest in it")
    secret = command.add_mutually_exclusive_group(required=True)
    secret.add_argument("--passphrase-file", metavar="F", help="the passphrase that was valid when it was made")
    words = "the recovery words that were valid when it was made; given twice for two of three sheets"
    secret.add_argument("--words-file", metavar="F", action="append", help=words)
