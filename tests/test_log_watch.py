import logging

from helpers.log_watch import LogWatch


def line(text, level=logging.WARNING):
    return logging.LogRecord("socdesk.desk", level, __file__, 1, text, None, None)


def test_a_stray_warning_is_complained_about():
    assert LogWatch().complaints([line("the disk is slow")]) == ["logged: WARNING socdesk.desk: the disk is slow"]


def test_information_is_no_complaint():
    assert LogWatch().complaints([line("opened", logging.INFO)]) == []


def test_an_expected_warning_is_no_complaint():
    watch = LogWatch()
    watch.expect("disk is slow")
    assert watch.complaints([line("the disk is slow")]) == []


def test_an_expected_warning_that_never_came_is_complained_about():
    watch = LogWatch()
    watch.expect("disk is slow")
    assert watch.complaints([]) == ["not logged: disk is slow"]


def test_the_watch_stands_behind_every_test(log_watch):
    log_watch.expect("heard through the real logging")
    logging.getLogger("socdesk.anything").warning("heard through the real logging")
