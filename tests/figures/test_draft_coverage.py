"""The drafted words on training coverage: one sentence for each audience, and no hidden number."""

from dataclasses import replace

import pytest
from helpers.training_samples import completed, driver, licence, requirement
from helpers.update_samples import NOW, inputs

from socdesk.figures.draft_coverage import coverage_paragraphs
from socdesk.figures.scope import TrainingRecords
from socdesk.figures.update_base import UpdateBase
from socdesk.registers.declared.training import Course


def said(**in_date):
    """The draft for 40 drivers, so many of whom are in date for each course."""
    names = [f"d{n}" for n in range(40)]
    courses = {letter: Course(id=letter, title=f"Course {letter}") for letter in in_date}
    training = TrainingRecords(
        learners=tuple(map(driver, names)),
        licences=tuple(map(licence, names)),
        courses=tuple(courses.values()),
        requirements=tuple(requirement(course=course) for course in courses.values()),
        completions=tuple(
            completed(name, course=courses[letter]) for letter, number in in_date.items() for name in names[:number]
        ),
    )
    return coverage_paragraphs(UpdateBase(inputs(now=replace(NOW, training=training))))


def test_few_courses_are_told_one_by_one():
    assert said(A=30, B=39) == (
        "Licensed taxi drivers in date on 31 December 2026: "
        "Course A, 30 of 40 (75.0 %); Course B, all but fewer than 5 of 40."
    )


def test_of_many_courses_the_lowest_and_the_highest_are_told_and_the_hidden_ones_only_counted():
    assert said(A=30, B=39, C=40, D=20) == (
        "Licensed taxi drivers in date on 31 December 2026, in 4 courses: "
        "lowest in Course D, 20 of 40 (50.0 %); highest in Course C, all 40 (100.0 %); "
        "1 course left out here because a number is too small to publish."
    )


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((38, 38, 38), "in 3 courses: 3 courses left out here because a number is too small to publish."),
        ((38, 30, 38), "in 3 courses: Course B, 30 of 40 (75.0 %); 2 courses left out here"),
        ((30, 30, 30), "in 3 courses: 75.0 % in each of 3 courses."),
    ],
)
def test_the_grammar_fits_none_one_and_all_alike(shares, expected):
    assert expected in said(**dict(zip("ABC", shares, strict=True)))


def test_no_training_says_nothing():
    assert coverage_paragraphs(UpdateBase(inputs(now=replace(NOW, training=TrainingRecords())))) == ""
