"""No word of the wizard is cut, and every control has a name, at every size that is promised."""

from ui.imports.conftest import GOOD, TWO_WRONG

from socdesk.ui.screens.import_page import MATCH


def test_the_first_step_fits_before_and_after_a_file_was_read(wizard, fits):
    fits()
    wizard.bring(GOOD)
    wizard.start()
    fits()
    wizard.read(GOOD.replace(b"Expiry", b"Expiry,Convictions").replace(b"2028", b"2028,"))
    wizard.on()
    fits()


def test_the_columns_fit_with_what_is_missing(wizard, fits):
    wizard.read(b"Surname,Forename,A heading that is quite long\nExample,Alex,And a value that is even longer\n")
    wizard.on()
    wizard.until(MATCH)
    wizard.on()
    fits()


def test_the_check_and_the_end_fit(wizard, fits):
    wizard.check(TWO_WRONG)
    fits()
    wizard.bring(TWO_WRONG)
    fits()


def test_the_questions_about_a_meeting_fit(wizard, fits):
    wizard.read(b"Name\tFirst Join\tDuration\nAlex Exampel\t\t50m\n")
    wizard.page.file.say_kind("attendance")
    wizard.page.file.kind_changed.emit()
    wizard.rest()
    wizard.on()
    wizard.on()
    fits()
