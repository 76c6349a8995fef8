// Reads the calendars of a folder with ical.js (Mozilla's reader, from Thunderbird) and prints what it saw as JSON.
const fs = require("node:fs");
const path = require("node:path");
const ICAL = require("ical.js");

const folder = process.argv[2];
const seen = {};
for (const name of fs.readdirSync(folder).filter((n) => n.endsWith(".ics")).sort()) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(path.join(folder, name), "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  seen[name] = {
    method: calendar.getFirstPropertyValue("method"),
    events: calendar.getAllSubcomponents("vevent").map((part) => {
      const event = new ICAL.Event(part);
      return {
        uid: event.uid,
        sequence: event.sequence,
        start: event.startDate.toString(),
        end: event.endDate.toString(),
        summary: event.summary,
        description: event.description ?? "",
        place: event.location ?? "",
        status: part.getFirstPropertyValue("status"),
        organizer: event.organizer ?? "",
        attendee: event.attendees.map((a) => a.getFirstValue()).join(" "),
      };
    }),
  };
}
process.stdout.write(JSON.stringify(seen));
