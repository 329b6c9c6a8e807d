// The same view as a table: for screen readers, for copying, for saving as CSV.

import { actors, events } from "./data.js";
import { spoken } from "./dates.js";
import { announce, byId, clear, el, said } from "./dom.js";
import { actorButton, listed } from "./evidence.js";
import { select } from "./state.js";
import { words } from "./words.js";

const AT_ONCE = 200;
const box = byId("table-area");
const SHOWN = ["date", "subjects", "predicate", "objects", "status", "claimant", "sources", "sentence", "publisher"];
const SAVED = ["id", "date", "precision", "subjects", "predicate", "class", "objects", "status", "claimant", "place", "topic",
  "sources", "sentence", "article", "publisher", "url"];
let order = { column: "date", down: false };
let rows = [];

export function showTable(indexes) {
  rows = indexes;
  const sorted = [...indexes].sort(comparison);
  const body = el("tbody", {});
  const more = el("button", { type: "button", class: "more", onclick: () => extend(body.children.length) });
  const extend = (start) => {
    body.append(...sorted.slice(start, start + AT_ONCE).map((n) => tableRow(events[n])));
    const left = sorted.length - start - AT_ONCE;
    more.hidden = left <= 0;
    more.textContent = words.more(Math.min(AT_ONCE, left), left);
  };
  clear(box,
    el("div", { class: "table-tools" }, el("span", { id: "copied", class: "tally" }), " ", el("button", { type: "button", id: "copy-table", onclick: copy }, words.copy)),
    el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": words.tableCaption(sorted.length) },
      el("table", {}, el("caption", {}, words.tableCaption(sorted.length)),
        el("thead", {}, el("tr", {}, SHOWN.map(heading))), body), more));
  extend(0);
}

function heading(name) {
  const sort = order.column === name ? (order.down ? "descending" : "ascending") : "none";
  return el("th", { scope: "col", "aria-sort": sort, class: `col-${name}` },
    el("button", { type: "button", onclick: () => sortBy(name) }, words.columns[name], el("span", { "aria-hidden": "true" }, { none: "", ascending: " ↑", descending: " ↓" }[sort])));
}

function sortBy(column) {
  order = { column, down: order.column === column && !order.down };
  showTable(rows);
  box.querySelector(`th.col-${column} button`).focus();
}

function comparison(a, b) {
  const [x, y] = [a, b].map((n) => (order.column === "sources" ? events[n].sources : order.column === "date" ? events[n].date || "9999" : cell(events[n], order.column)));
  const sense = order.down ? -1 : 1;
  return (x < y ? -1 : x > y ? 1 : 0) * sense || a - b;
}

function tableRow(event) {
  const cells = {
    date: el("time", { datetime: event.date || false }, spoken(event.date, event.precision)),
    subjects: listed(event.subjects.map(actorButton)),
    predicate: el("button", { type: "button", class: `link step-${event.predicate.step} did`, onclick: () => select({ event: event.id, view: "graph" }) }, event.predicate.label),
    objects: listed(event.objects.map(actorButton)),
  };
  return el("tr", {}, SHOWN.map((name) => el("td", { class: `col-${name}`, dir: name === "sentence" ? "auto" : false }, cells[name] || said(name === "status" && !event.disputed ? words.states[event.status] : cell(event, name)))));
}

/** The plain text of a cell. */
export function cell(event, name) {
  const telling = event.tellings[0];
  const labels = (indexes) => indexes.map((n) => actors[n].label).join("; ");
  const claimed = event.tellings.filter((one) => one.claimant).map((one) => (event.disputed && one.status === "negated" ? words.denying(one.claimant) : one.claimant));
  const claimants = [...new Set(claimed)].join("; ");
  const values = {
    id: event.id, date: event.date || "", precision: event.precision, subjects: labels(event.subjects), predicate: event.predicate.name,
    class: event.predicate.class, objects: labels(event.objects), status: event.disputed ? words.disputed.toLowerCase() : event.status,
    claimant: claimants, place: event.place, topic: event.topic, sources: String(event.sources), sentence: telling?.sentence || "",
    article: telling?.article.title || "", publisher: telling?.article.publisher || "", url: telling?.article.url || "",
  };
  return values[name];
}

/** Comma-separated values after RFC 4180; a value that a spreadsheet would take for a formula gets an apostrophe. */
export function asCsv(indexes) {
  const value = (text) => {
    const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
  };
  const lines = [SAVED.map((name) => value(words.columns[name])).join(",")];
  for (const n of indexes) lines.push(SAVED.map((name) => value(cell(events[n], name))).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

async function copy() {
  const flat = (text) => text.replace(/[\t\r\n]+/g, " ");
  const lines = [SAVED.map((name) => words.columns[name]), ...rows.map((n) => SAVED.map((name) => flat(cell(events[n], name))))];
  const told = await navigator.clipboard.writeText(lines.map((line) => line.join("\t")).join("\n")).then(() => words.copied, () => words.notCopied);
  announce(told);
  byId("copied").textContent = told;
}
