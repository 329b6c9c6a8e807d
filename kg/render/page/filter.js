// Which events pass the filters, and the pairs they make.

import { actors, dayOf, events, pairs } from "./data.js";

/** The indexes of the events that pass; `ignoreSpan` leaves the timeline's span out of it. */
export function passing(state, { ignoreSpan = false } = {}) {
  const statuses = new Set(state.statuses);
  const hiddenClasses = new Set(state.hiddenClasses);
  const hiddenKinds = new Set(state.hiddenKinds);
  const from = ignoreSpan ? null : dayOf(state.from);
  const until = ignoreSpan ? null : dayOf(state.until);
  const near = state.focus && state.actor !== null ? neighbourhood(state.actor) : null;
  const passed = [];
  for (const event of events) {
    if (!statuses.has(event.status) && !(event.disputed && statuses.has("negated"))) continue;
    if (hiddenClasses.has(event.predicate.class)) continue;
    if (state.predicate && event.predicate.name !== state.predicate) continue;
    if (event.sources < state.least) continue;
    if (hiddenKinds.size && event.parties.some((n) => hiddenKinds.has(actors[n].kind))) continue;
    if (state.outlet && !event.tellings.some((telling) => telling.article.publisher === state.outlet)) continue;
    if (event.day === null) {
      if ((from !== null || until !== null) && !state.undated) continue;
    } else if ((from !== null && event.day < from) || (until !== null && event.day > until)) continue;
    if (near && !event.parties.every((n) => near.has(n))) continue;
    passed.push(event.i);
  }
  return passed;
}

function neighbourhood(id) {
  const near = new Set();
  for (const actor of actors) {
    if (actor.id !== id) continue;
    near.add(actor.i);
    for (const n of actor.events) for (const party of events[n].parties) near.add(party);
  }
  return near;
}

/** Pair key → indexes of its passing events, for the pairs that have any. */
export function pairsOf(passed) {
  const passing = new Set(passed);
  const shown = new Map();
  for (const pair of pairs.values()) {
    const left = pair.events.filter((n) => passing.has(n));
    if (left.length) shown.set(pair.key, left);
  }
  return shown;
}
