// How the line of a pair looks: colour by the mean score of its events, width by their number, dashes by status.

import { actors, events, pairs } from "./data.js";

const BOUNDS = [6, 3, 0.5, -1.5, -3, -5.5];
const MOST_STRANDS = 9;
const ORDER = ["actual", "planned", "possible", "negated"];
export const DASHES = { actual: false, planned: [7, 5], possible: [1.5, 4.5], negated: [1.5, 4.5] };

/** The step of the colour scale for a score; kg/render/palette.py holds the same bounds. */
export function stepOf(score) {
  const found = BOUNDS.findIndex((bound) => score >= bound);
  return found < 0 ? BOUNDS.length : found;
}

/** What the line of a pair says about the shown events with the given indexes. */
export function lineOf(key, shown) {
  const { a, b } = pairs.get(key);
  let score = 0;
  let status = ORDER.length - 1;
  let forth = false;
  let back = false;
  for (const n of shown) {
    const event = events[n];
    score += event.predicate.score;
    status = Math.min(status, ORDER.indexOf(event.status));
    if (event.predicate.symmetric) continue;
    for (const [s, o] of event.dyads) {
      if (s === a && o === b) forth = true;
      if (s === b && o === a) back = true;
    }
  }
  const count = shown.length;
  return { key, a, b, count, step: stepOf(score / count), status: ORDER[status], forth, back, width: widthOf(count) };
}

export function widthOf(count) {
  return Math.min(8, 1.4 + 1.2 * Math.sqrt(count - 1));
}

/** The shown events of a pair in groups of the same wording, direction and status: the strands of the unfolded line. */
export function strandsOf(key, shown) {
  const { a, b } = pairs.get(key);
  const groups = new Map();
  for (const n of shown) {
    const event = events[n];
    const forward = event.dyads.some(([s, o]) => s === a && o === b);
    const direction = event.predicate.symmetric ? "" : forward ? ">" : "<";
    const name = `${event.predicate.name}${direction}${event.status}`;
    if (!groups.has(name)) groups.set(name, { event, direction, events: [], a, b });
    groups.get(name).events.push(n);
  }
  const most = [...groups.values()].sort((x, y) => y.events.length - x.events.length || x.event.i - y.event.i).slice(0, MOST_STRANDS);
  return most.map((group, n) => ({
    ...group, key, bend: (n - (most.length - 1) / 2) * Math.min(0.16, 0.7 / most.length), width: Math.min(5, 1.6 + 0.8 * Math.sqrt(group.events.length - 1)),
    step: group.event.predicate.step, status: group.event.status, forth: group.direction === ">", back: group.direction === "<",
  }));
}

export function pairName(key) {
  const { a, b } = pairs.get(key);
  return [actors[a].label, actors[b].label];
}
