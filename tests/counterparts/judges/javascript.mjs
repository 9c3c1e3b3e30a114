// What vcard4 says of vCards, and ical.js of vCards or calendars; and what this reads in calendars:
// NODE_MODULES vcard4|vcards|calendars FILE... -> JSON, file by file.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, kind, ...files] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(modules, path)));
const ICAL = (await load("ical.js/dist/ical.js")).default;
const { parse: parseStrictly } = await load("vcard4/lib/esm/index.js");

const first = (component, name) => component.getFirstPropertyValue(name) ?? "";

function moment(time) {
  if (!time) return "";
  if (time.isDate || time.zone === ICAL.Timezone.localTimezone) return time.toString();
  return time.toJSDate().toISOString().replace(".000Z", "Z");
}

function alarm(component, start) {
  const trigger = component.getFirstPropertyValue("trigger");
  if (!(trigger instanceof ICAL.Duration)) return moment(trigger);
  const time = start.clone();
  time.addDuration(trigger);
  return moment(time);
}

function entry(component) {
  const start = component.getFirstPropertyValue("dtstart") ?? component.getFirstPropertyValue("due");
  return {
    kind: component.name.toUpperCase(),
    uid: first(component, "uid"),
    summary: first(component, "summary"),
    start: moment(start),
    alarms: component.getAllSubcomponents("valarm").map((each) => alarm(each, start)),
    sequence: first(component, "sequence") || 0,
    status: first(component, "status"),
  };
}

function read(text) {
  if (kind === "vcard4") {
    parseStrictly(text);
    return [];
  }
  const parsed = ICAL.parse(text);
  const roots = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((each) => new ICAL.Component(each));
  if (kind === "vcards") return []; // its texts keep some of the backslashes
  const inside = roots.flatMap((root) => root.getAllSubcomponents());
  return inside.filter((each) => ["vevent", "vtodo"].includes(each.name)).map(entry);
}

function answer(file) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
    return { complaints: [], read: read(text) };
  } catch (error) {
    return { complaints: [error.message], read: [] };
  }
}

process.stdout.write(JSON.stringify(Object.fromEntries(files.map((file) => [file, answer(file)]))));
