"""Four fictitious taxi drivers: in date, expiring, expired and never trained, as at 16 March 2026."""

from datetime import date

from socdesk.registers.declared.learners import Learner, Licence
from socdesk.registers.declared.training import Completion
from socdesk.registers.register import new_id
from socdesk.registers.values import Span

NAMES = ("Ash", "Beech", "Cedar", "Elm")
DONE = (date(2025, 6, 1), date(2023, 5, 1), date(2022, 5, 1))


def four_drivers(course):
    """Return the drivers, their licences and what three of them took, ready to be kept in one deed."""
    people = [Learner(id=new_id(), kind="DRIVER", surname=name, forename="Example") for name in NAMES]
    held = Span(date(2024, 4, 1), date(2027, 3, 31))
    licences = [
        Licence(id=new_id(), parent=each.id, number=f"PHD-{n}", badge=f"B{n}", type="PHD", held=held)
        for n, each in enumerate(people)
    ]
    done = [
        Completion(id=new_id(), parent=person.id, course=course.id, completed=day)
        for person, day in zip(people, DONE, strict=False)
    ]
    return [*people, *licences, *done]
