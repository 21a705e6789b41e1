"""Reads a calendar as another program does: what each event says, as JSON."""
import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(open(sys.argv[1], "rb").read())
events = [
    {
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "day": event["DTSTART"].dt.isoformat(),
        "url": str(event["URL"]),
        "errors": event.errors,
    }
    for event in calendar.walk("VEVENT")
]
json.dump({"name": str(calendar.get("X-WR-CALNAME", "")), "errors": calendar.errors, "events": events}, sys.stdout)
