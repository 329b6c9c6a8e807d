// What stands on the canvas: the shown pairs as lines, one pair unfolded into strands, what is lit, chosen, walked to.

import { lineOf, strandsOf } from "./lines.js";

export const scene = { shown: new Map(), visible: new Set(), lines: [], strands: [], unfolded: null, lit: null, chosen: null, cursor: null, version: 0 };
const listeners = [];

export function onSceneChange(listener) {
  listeners.push(listener);
}

function changed() {
  for (const listener of listeners) listener();
}

/** Shows actors, given by index, and their pairs, given as key → event indexes. */
export function showPart(present, shown) {
  scene.shown = shown;
  scene.visible = present;
  scene.lines = [...shown].map(([key, told]) => lineOf(key, told));
  scene.version += 1;
  changed();
}

/** Unfolds the line of a pair into one strand for each wording, direction and status; null folds it again. */
export function unfold(key) {
  scene.strands = key !== null && scene.shown.has(key) ? strandsOf(key, scene.shown.get(key)) : [];
  scene.unfolded = scene.strands.length ? key : null;
  scene.version += 1;
  changed();
}

/** Highlights a part: {actors: Set, pairs: Set} stay, the rest fades; null shows all alike. `chosen` is ringed. */
export function highlight(part, chosen = null) {
  scene.lit = part;
  scene.chosen = chosen;
  changed();
}

export function setCursor(n) {
  if (scene.cursor === n) return;
  scene.cursor = n;
  changed();
}

/** Whether a line is drawn as one line: neither unfolded nor faded. */
export function stands(key) {
  return key !== scene.unfolded && (!scene.lit || scene.lit.pairs.has(key));
}
