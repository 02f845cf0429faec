"""Fictitious learners, and the records that bring them into scope of training."""

from datetime import date

from socdesk.figures.scope import TrainingRecords
from socdesk.registers.declared.learners import Employment, Learner, Licence, Term
from socdesk.registers.declared.training import Completion, Course, Exemption, Requirement
from socdesk.registers.values import Span

DAY = date(2026, 12, 31)
TAXI = Course(id="taxi", title="Taxi safeguarding", validity_months=36)
AWARE = Course(id="aware", title="Awareness", validity_months=12)
ONCE = Course(id="once", title="Member briefing")


def requirement(kind="DRIVER", course=TAXI, **more):
    return Requirement(id=f"r-{kind}-{course.id}", learner_kind=kind, course=course.id, **more)


def driver(name="d1"):
    return Learner(id=name, kind="DRIVER", surname="Example", forename=name)


def licence(of="d1", since=date(2024, 4, 1), until=date(2027, 3, 31), **more):
    return Licence(id=f"l-{of}-{since}", parent=of, number=f"PHD-{of}", held=Span(since, until), **more)


def staff(name="s1"):
    return Learner(id=name, kind="STAFF", surname="Sample", forename=name)


def employment(of="s1", since=date(2020, 1, 1), until=None, service="LICENSING", **more):
    return Employment(id=f"e-{of}-{since}", parent=of, held=Span(since, until), service_area=service, **more)


def member(name="m1"):
    return Learner(id=name, kind="MEMBER", surname="Specimen", forename=name)


def term(of="m1", since=date(2023, 5, 9), until=date(2027, 5, 10)):
    return Term(id=f"t-{of}", parent=of, held=Span(since, until))


def completed(of="d1", day=date(2025, 1, 15), course=TAXI, **more):
    return Completion(id=f"c-{of}-{course.id}-{day}", parent=of, course=course.id, completed=day, **more)


def exempt(of="d1", course="", since=None, until=None, reason="MATERNITY"):
    return Exemption(id=f"x-{of}", parent=of, course=course, held=Span(since, until), reason=reason)


def one_driver(*completions, licences=None, **more):
    """A single licensed driver who needs the taxi course."""
    return TrainingRecords(
        learners=(driver(),),
        licences=(licence(),) if licences is None else licences,
        courses=(TAXI,),
        requirements=(requirement(),),
        completions=completions,
        **more,
    )


def fleet(*, in_date, expiring=0, expired=0, never=0, awaited=0, day=DAY):
    """Drivers by status on a day."""
    wanted = {"IN": in_date, "SOON": expiring, "OUT": expired, "NEVER": never, "AWAITED": awaited}
    year = day.year
    last = {"IN": date(year - 1, 6, 1), "SOON": date(year - 3, 12, 31), "OUT": date(year - 4, 1, 1)}
    learners, completions = [], []
    for status, number in wanted.items():
        for n in range(number):
            learners.append(driver(f"{status}{n}"))
            if status in last:
                completions.append(completed(f"{status}{n}", last[status]))
            elif status == "AWAITED":
                completions.append(completed(f"{status}{n}", last["IN"], evidence_awaited=True))
    return TrainingRecords(
        learners=tuple(learners),
        licences=tuple(licence(learner.id) for learner in learners),
        courses=(TAXI,),
        requirements=(requirement(),),
        completions=tuple(completions),
    )
