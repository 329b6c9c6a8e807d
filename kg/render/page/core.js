// What a large graph draws at first: its most central actors and the ties among them; the rest comes on demand.

import { actors, pairs } from "./data.js";
import { byId, clear, el } from "./dom.js";
import { ALL, STEPS, change, state } from "./state.js";
import { words } from "./words.js";

/** The part to draw of the passing pairs (`shown`: pair key → event indexes): the `most` most central actors with the
 * pairs among them, and whatever is lit ({actors, pairs} or null), wherever it
 * stands in the order; `broughtIn` lists the lit where one of them is not among the most central. */
export function coreOf(shown, most, lit) {
  const present = presentIn(shown);
  if (most === ALL || present.size <= most) return { actors: present, pairs: shown, broughtIn: [] };
  const central = new Set([...present].sort((a, b) => actors[b].rank - actors[a].rank || a - b).slice(0, most));
  const kept = ([key]) => lit?.pairs.has(key) || (central.has(pairs.get(key).a) && central.has(pairs.get(key).b));
  const part = new Map([...shown].filter(kept));
  const bright = [...(lit?.actors ?? [])].filter((n) => present.has(n));
  const broughtIn = bright.every((n) => central.has(n)) ? [] : bright;
  return { actors: new Set([...central, ...bright]), pairs: part, broughtIn };
}

function presentIn(shown) {
  return new Set([...shown.keys()].flatMap((key) => [pairs.get(key).a, pairs.get(key).b]));
}

/** The buttons that say how many are drawn; none where all are few. */
export function showCore(shown) {
  const box = byId("drawn");
  const count = presentIn(shown).size;
  const steps = STEPS.filter((step) => step < count);
  const focused = box.contains(document.activeElement) ? document.activeElement.id : null;
  box.hidden = !steps.length;
  const now = steps.includes(state.drawn) ? state.drawn : ALL;
  clear(box, el("span", {}, words.drawnOf(count)), [...steps, ALL].map((step) =>
    el("button", { type: "button", id: `drawn-${step}`, "aria-pressed": String(step === now), "aria-label": words.drawStep(step, count), onclick: () => change({ drawn: step }, { step: true }) },
      step === ALL ? words.drawAll : step.toLocaleString("en"))));
  if (focused) byId(focused)?.focus();
}

/** Draws the next larger part; from the whole it goes back to the first. */
export function drawMore() {
  const steps = [...byId("drawn").querySelectorAll("button")].map(({ id }) => [...STEPS, ALL].find((step) => id === `drawn-${step}`));
  if (!steps.length) return;
  change({ drawn: steps[(steps.indexOf(state.drawn) + 1) % steps.length] }, { step: true });
}
