"""The courses and requirements that a new desk begins with."""

from socdesk.registers.training_defaults import TrainingDefaults
from socdesk.registers.vocabulary import Vocabularies

TRAINING = TrainingDefaults()
CODES = Vocabularies()
COURSES = {course.code: course for course in TRAINING.courses}


def test_every_course_has_its_own_code_and_title_and_a_known_mode():
    assert len(COURSES) == len({course.title for course in TRAINING.courses}) == len(TRAINING.courses)
    assert {course.mode for course in TRAINING.courses} <= set(CODES["course_mode"].by_code)


def test_taxi_safeguarding_lasts_three_years_as_a_licence_does():
    assert COURSES["TAXI_SAFEGUARDING"].validity_months == 36


def test_every_validity_is_marked_as_a_default_for_the_council_to_change():
    assert all(course.default for course in TRAINING.courses)
    assert {course.validity_months for course in TRAINING.courses} <= {36, 24, 12, None}


def test_other_words_for_a_course_mean_no_other_course():
    words = [word.casefold() for course in TRAINING.courses for word in {course.title, *course.also}]
    assert len(words) == len(set(words))


def test_every_requirement_names_known_learners_courses_and_services():
    for needed in TRAINING.requirements:
        assert needed.learner_kind in CODES["learner_kind"].by_code
        assert needed.course in COURSES
        assert needed.service_area is None or needed.service_area in CODES["service_area"].by_code
        assert needed.default


def test_nobody_needs_the_same_course_twice():
    needs = [(each.learner_kind, each.course, each.service_area) for each in TRAINING.requirements]
    everywhere = {(kind, course, None) for kind, course, _ in needs}
    assert len(needs) == len(set(needs))
    assert not [need for need in needs if need[2] and (*need[:2], None) in everywhere & set(needs)]


def test_each_kind_of_learner_has_something_mandatory():
    needed = {each.learner_kind for each in TRAINING.requirements if each.mandatory}
    assert needed == set(CODES["learner_kind"].by_code)


def test_a_driver_is_trained_before_the_licence_and_others_within_three_months():
    days = {(each.learner_kind, each.induction_days) for each in TRAINING.requirements}
    assert days == {("DRIVER", 0), ("STAFF", 90), ("MEMBER", 90)}
