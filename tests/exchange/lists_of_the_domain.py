"""The files of domain.md 5.5, built in code. All people are fictitious; no real plates."""

from __future__ import annotations

import io

DRIVERS_CLEAN = (
    b"Licence No,Surname,Forename,Licence Type,Issued,Expiry,Status\r\n"
    b"PHD0123,EXAMPLE,Alex,Private Hire Driver,01/04/2024,31/03/2027,Active\r\n"
)
DRIVERS_ONE_NAME = (
    b"Badge No,Driver Name,Type,Expiry\r\n"
    b"00417,MR JOHN O'SAMPLE,Hackney Carriage Driver,31/03/2027\r\n"
    b'00418,"EXAMPLE, Alex",PH,31/03/2027\r\n'
)
DRIVERS_SERIAL_DATES = (
    b"Licence No,Surname,Forename,Licence Type,Issued,Expiry\r\n"
    b"PHD1,EXAMPLE,Alex,PHD,45383,46477\r\n"
    b"PHD2,SAMPLE,Sam,PHD,1.4.26,31/02/2026\r\n"
    b"PHD3,SPECIMEN,Kim,PHD,1.4.26,2027-04-01T00:00:00\r\n"
    b"PHD4,PLACEHOLDER,Jo,PHD,2026-04-01T00:00:00,1 April 2029\r\n"
)
DRIVERS_DUP = (
    b"Licence No,Surname,Forename,Licence Type,Expiry\r\n"
    b"HCD1,EXAMPLE,Alex,HCD,31/03/2027\r\n"
    b"PHD1,EXAMPLE,Alex,PHD,31/03/2027\r\n"
    b"PHD2,SAMPLE,Sam,PHD,31/03/2027\r\n"
    b"PHD3,SAMPLE,Sam,PHD,30/06/2028\r\n"
    b"PHD4,SPECIMEN,Kim,PHD,31/03/2027\r\n"
    b"PHD4,PLACEHOLDER,Jo,PHD,31/03/2027\r\n"
    b"HCD1,EXAMPLE,Alex,HCD,31/03/2027\r\n"
)
DRIVERS_SENSITIVE = (
    b"Licence No,Surname,Forename,Licence Type,Expiry,Convictions\r\nPHD1,EXAMPLE,Alex,PHD,31/03/2027,None declared\r\n"
)
LMS_EXPORT = (
    b"Employee Number,Full Name,Service,Course Title,Completion Date,Score,Status\r\n"
    b"00012,Alex Example,Licensing,SOC awareness,01/04/2026,40%,Failed\r\n"
    b"00012,Alex Example,Licensing,SOC awareness,08/04/2026,85%,Passed\r\n"
    b"00013,Sam Sample,Housing,SOC awareness,,,Completed\r\n"
    b"00014,Kim Specimen,Housing,SOC awareness,,,Not started\r\n"
)
MEMBERS = (
    b"Name,Ward,Party,Term start,Term end,Course,Completion date\r\n"
    b"Cllr Mrs Jane Example,Bramcote,Example Party,08/05/2023,,Member SOC briefing,14/06/2023\r\n"
)
TEAMS_TEXT = (
    "1. Summary\r\nMeeting title\tSOC awareness briefing\r\nAttended participants\t2\r\n"
    "Start time\t4/1/26, 9:58:12 AM\r\nMeeting duration\t1h 2m 5s\r\n\r\n2. Participants\r\n"
    "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\r\n"
    "Alex Example\t4/1/26, 9:58:12 AM\t4/1/26, 11:00:17 AM\t1h 2m 5s\tAlex@example.org\t\tOrganizer\r\n"
    "Sam Sample\t4/1/26, 10:00:00 AM\t4/1/26, 10:47:12 AM\t47m 12s\tsam@example.org\t\tPresenter\r\n\r\n"
    "3. In-Meeting Activities\r\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\r\n"
    "Alex Example\t4/1/26, 9:58:12 AM\t4/1/26, 11:00:17 AM\t1h 2m 5s\tAlex.Example@example.org\tOrganizer\r\n"
)
TEAMS_ATTENDANCE = TEAMS_TEXT.encode("utf-16")

_ZOE = "Licence No;Surname;Forename;Licence Type;Expiry\r\nHCD7;SAMPLE;Zoë;HCD;31/03/2027\r\n\r\n;;;;\r\n\r\n"
DRIVERS_CP1252 = _ZOE.encode("cp1252")
DRIVERS_UTF16 = _ZOE.encode("utf-16")


def workbook_bytes(fill):
    """Return the bytes of a workbook whose one sheet ``fill`` has written."""
    from openpyxl import Workbook

    book = Workbook()
    fill(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def drivers_title_rows():
    """Titles in rows 1 to 3, headings in row 5, a blank column C, A1:F1 merged, a footer with the total."""

    def fill(sheet):
        sheet["A1"] = "Broxtowe licensed drivers (fictitious)"
        sheet.merge_cells("A1:F1")
        sheet["A2"] = "Taxi licensing"
        sheet["A3"] = "as at 1 April 2026"
        labels = {1: "Licence No.", 2: "Driver Name", 4: "Licence Type", 5: "Expiry Date ", 6: "Status"}
        for at, label in labels.items():
            sheet.cell(5, at, label)
        for at in range(240):
            row = (
                f"PHD{at:04}",
                f"SAMPLE{'ABCDEFGHIJ'[at % 10]} Sam",
                None,
                "Private Hire",
                46477,
                "Current",
            )
            for column, value in enumerate(row, start=1):
                sheet.cell(6 + at, column, value)
        sheet["A246"] = "Total: 240"
        sheet.column_dimensions["F"].hidden = True
        sheet.protection.sheet = True

    return workbook_bytes(fill)
