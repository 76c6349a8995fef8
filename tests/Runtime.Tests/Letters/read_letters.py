"""Reads the letters of a folder with Python's own parser and prints what it saw as JSON, file by file."""
import email
import email.policy
import email.utils
import json
import pathlib
import sys
from email.header import decode_header, make_header

import icalendar


def defects(part):
    found = [repr(d) for d in part.defects]
    for name, value in part.items():
        found += [f"{name}: {d!r}" for d in getattr(value, "defects", ())]
    return found


def people(raw, header):
    """Names and addresses. Python 3.11's new parser leaves blanks between the encoded words of one name, which
    RFC 2047 section 6.2 forbids; so the old one decodes the names."""
    head = email.message_from_string(raw.decode("utf-8"), policy=email.policy.compat32)
    pairs = email.utils.getaddresses(head.get_all(header, []))
    return [[str(make_header(decode_header(name))), address] for name, address in pairs]


def see(path):
    raw = path.read_bytes()
    letter = email.message_from_bytes(raw, policy=email.policy.default)
    parts = [p for p in letter.walk() if not p.is_multipart()]
    calendars = [p for p in parts if p.get_content_type() == "text/calendar"]
    return {
        "subject": letter["Subject"],
        "from": people(raw, "From"),
        "to": people(raw, "To"),
        "cc": people(raw, "Cc"),
        "id": letter["Message-ID"],
        "inReplyTo": letter["In-Reply-To"],
        "date": letter["Date"].datetime.isoformat(),
        "automatic": letter["Auto-Submitted"],
        "language": letter["Content-Language"],
        "types": [p.get_content_type() for p in letter.walk()],
        "languages": [p["Content-Language"] for p in parts],
        "method": calendars[0].get_param("method") if calendars else None,
        "calendar": calendars[0].get_content() if calendars else None,
        "text": letter.get_body(("plain",)).get_content(),
        "html": letter.get_body(("html",)).get_content(),
        "defects": [d for p in letter.walk() for d in defects(p)],
        "longestLine": max(len(line) for line in raw.split(b"\r\n")),
        "loneLineEnds": raw.count(b"\n") - raw.count(b"\r\n") + raw.count(b"\r") - raw.count(b"\r\n"),
        "ascii": raw.isascii(),
    }


def see_calendar(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events = [{
        "uid": str(e["UID"]),
        "sequence": e["SEQUENCE"],
        "start": e.decoded("DTSTART").isoformat(),
        "end": e.decoded("DTEND").isoformat(),
        "summary": str(e["SUMMARY"]),
        "description": str(e.get("DESCRIPTION", "")),
        "place": str(e.get("LOCATION", "")),
        "url": str(e.get("URL", "")),
        "status": str(e["STATUS"]),
        "class": str(e.get("CLASS", "")),
        "organizer": str(e.get("ORGANIZER", "")),
        "attendee": str(e.get("ATTENDEE", "")),
        "errors": [str(x) for x in e.errors],
    } for e in calendar.walk("VEVENT")]
    zones = [z.to_tz() for z in calendar.walk("VTIMEZONE")]
    return {"method": str(calendar["METHOD"]), "events": events, "zones": len(zones)}


folder = pathlib.Path(sys.argv[1])
seen = {p.name: see(p) for p in sorted(folder.glob("*.eml"))}
seen.update({p.name: see_calendar(p) for p in sorted(folder.glob("*.ics"))})
json.dump(seen, sys.stdout)
