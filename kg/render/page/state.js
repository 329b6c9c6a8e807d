// What is shown: one plain object, mirrored in the address's fragment, with back and forward.

import { actorById, actors, eventById, predicates } from "./data.js";

const listeners = [];
const memory = { past: [], future: [] };
let historyWorks = true;

export const classNames = [...new Set(predicates.map((predicate) => predicate.class))];
/** So many of its most central actors a large graph draws, at first the fewest: more make a cloud that nobody reads. */
export const STEPS = [80, 250, 1000];
export const ALL = "all";
const CROWD = 200;
export const DEFAULTS = Object.freeze({
  actor: null, pair: null, event: null, path: null, focus: false, view: "graph",
  from: null, until: null, undated: true,
  statuses: ["actual", "planned", "possible"], hiddenClasses: [], hiddenKinds: [],
  predicate: null, outlet: null, least: 1, drawn: actors.length > CROWD ? STEPS[0] : ALL,
});
export const state = { ...DEFAULTS };

export function subscribe(listener) {
  listeners.push(listener);
}

/** Changes the state; `step` makes it a step that Back undoes, otherwise the present step is replaced. */
export function change(patch, { step = false } = {}) {
  const before = fragment();
  Object.assign(state, patch);
  const after = fragment();
  if (before === after) return;
  write(before, after, step);
  for (const listener of listeners) listener(state);
}

/** Selects an actor, a pair, an event or a path, and drops what was selected before. */
export function select(selection) {
  change({ actor: null, pair: null, event: null, path: null, ...selection }, { step: true });
}

export function resetFilters() {
  const { actor, pair, event, path, view, drawn, ...filters } = DEFAULTS;
  change(filters, { step: true });
}

export function filtered() {
  const { actor, pair, event, path, view, drawn, focus, ...filters } = DEFAULTS;
  return Object.keys(filters).some((name) => String(state[name]) !== String(DEFAULTS[name]));
}

/** Goes one step back within the page; where there is none, the reader stays on it. */
export function goBack() {
  if (historyWorks) {
    if (history.state?.steps > 0) history.back();
  } else travel(memory.past, memory.future);
}

export function goForward() {
  if (historyWorks) history.forward();
  else travel(memory.future, memory.past);
}

export function start() {
  read(location.hash);
  if (history.state === null) history.replaceState({ steps: 0 }, "");
  window.addEventListener("popstate", () => arrive(location.hash));
  window.addEventListener("hashchange", () => arrive(location.hash));
}

export function fragment() {
  const parts = new URLSearchParams();
  if (state.actor) parts.set("actor", state.actor);
  if (state.pair) parts.set("pair", state.pair.join("~"));
  if (state.event) parts.set("event", state.event);
  if (state.path) parts.set("path", state.path.join("~"));
  if (state.focus) parts.set("focus", "1");
  if (state.view !== "graph") parts.set("view", state.view);
  if (state.from) parts.set("from", state.from);
  if (state.until) parts.set("until", state.until);
  if (!state.undated) parts.set("undated", "0");
  if (String(state.statuses) !== String(DEFAULTS.statuses)) parts.set("status", state.statuses.join("."));
  if (state.hiddenClasses.length) parts.set("without", state.hiddenClasses.join("."));
  if (state.hiddenKinds.length) parts.set("withoutkinds", state.hiddenKinds.join("."));
  if (state.predicate) parts.set("predicate", state.predicate);
  if (state.outlet) parts.set("outlet", state.outlet);
  if (state.least > 1) parts.set("least", state.least);
  if (state.drawn !== DEFAULTS.drawn) parts.set("drawn", state.drawn);
  return parts.toString().replaceAll("%7E", "~");
}

function read(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const list = (name) => (parts.get(name) || "").split(".").filter(Boolean);
  const known = (id) => (actorById.has(id) ? id : null);
  const two = (name) => {
    const ids = (parts.get(name) || "").split("~");
    return ids.length === 2 && ids.every((id) => actorById.has(id)) ? ids : null;
  };
  const date = (name) => (/^\d{4}-\d\d-\d\d$/.test(parts.get(name) || "") ? parts.get(name) : null);
  Object.assign(state, DEFAULTS, {
    actor: known(parts.get("actor")),
    pair: two("pair"),
    event: eventById.has(parts.get("event")) ? parts.get("event") : null,
    path: two("path"),
    focus: parts.get("focus") === "1",
    view: parts.get("view") === "table" ? "table" : "graph",
    from: date("from"),
    until: date("until"),
    undated: parts.get("undated") !== "0",
    statuses: parts.has("status") ? list("status") : DEFAULTS.statuses,
    hiddenClasses: list("without"),
    hiddenKinds: list("withoutkinds"),
    predicate: parts.get("predicate"),
    outlet: parts.get("outlet"),
    least: Math.max(1, Number.parseInt(parts.get("least"), 10) || 1),
    drawn: [...STEPS, ALL].find((step) => String(step) === parts.get("drawn")) ?? DEFAULTS.drawn,
  });
}

function arrive(hash) {
  if (historyWorks && history.state === null) history.replaceState({ steps: 1 }, ""); // an address written by the reader
  if (hash.replace(/^#/, "") === fragment()) return;
  read(hash);
  for (const listener of listeners) listener(state);
}

function write(before, after, step) {
  try {
    const steps = history.state?.steps ?? 0;
    if (historyWorks && step) history.pushState({ steps: steps + 1 }, "", `#${after}`);
    else if (historyWorks) history.replaceState({ steps }, "", `#${after}`);
  } catch {
    historyWorks = false;
  }
  if (!historyWorks && step) {
    memory.past.push(before);
    memory.future.length = 0;
  }
}

function travel(from, to) {
  if (!from.length) return;
  to.push(fragment());
  read(from.pop());
  for (const listener of listeners) listener(state);
}
