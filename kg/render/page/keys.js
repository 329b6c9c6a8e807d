// Everything by keyboard, and the dialog that says how.

import { actors, events } from "./data.js";
import { announce, byId, clear, el } from "./dom.js";
import { bringIntoSight, fitAll, zoomBy } from "./camera.js";
import { byRank, nextActor } from "./graph.js";
import { setCursor } from "./scene.js";
import { words } from "./words.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEPS = { PageDown: 1, PageUp: -1 };
let cursor = null;

/** `does` maps keys to what they do; inside fields and sliders the keys keep their own meaning. */
export function setUpKeys(does, openActor) {
  const graph = byId("graph");
  document.addEventListener("keydown", (press) => {
    if (press.ctrlKey || press.metaKey || press.altKey || byId("help").open) return;
    const inField = press.target.closest("input, select, textarea, [role=slider]");
    const onControl = press.target.closest("button, summary, a, .lane");
    if (inField && press.key !== "Escape") return;
    if (onControl && (press.key === " " || press.key === "Enter")) return;
    const act = does[press.key];
    if (!act) return;
    press.preventDefault();
    act();
  });
  graph.addEventListener("keydown", (press) => {
    if (press.ctrlKey || press.metaKey || press.altKey) return;
    if (ARROWS[press.key] || STEPS[press.key]) {
      press.preventDefault();
      cursor = ARROWS[press.key] ? nextActor(cursor, ...ARROWS[press.key]) : byRank(cursor, STEPS[press.key]);
      if (cursor === null) return;
      setCursor(cursor);
      bringIntoSight([cursor]);
      const actor = actors[cursor];
      announce(words.selected(actor.label, words.kinds[actor.kind].toLowerCase(), words.events(actor.events.length), words.actors(partnersOf(actor))));
    } else if (press.key === "Enter" && cursor !== null) {
      press.preventDefault();
      openActor(cursor);
    } else if (press.key === "+" || press.key === "=") zoomBy(1.3);
    else if (press.key === "-") zoomBy(1 / 1.3);
    else if (press.key === "0") fitAll();
  });
  graph.addEventListener("blur", () => setCursor(null));
  graph.addEventListener("focus", () => setCursor(graph.matches(":focus-visible") ? cursor : null));
}

/** Puts the keyboard's cursor on an actor without drawing it. */
export function placeCursor(n) {
  cursor = n;
}

export function cursorAt() {
  return cursor;
}

function partnersOf(actor) {
  return new Set(actor.events.flatMap((n) => events[n].dyads.filter((dyad) => dyad.includes(actor.i)).flat())).size - 1;
}

export function showHelp() {
  const dialog = byId("help");
  clear(dialog,
    el("h2", { id: "help-title" }, words.helpTitle),
    words.helpText.map((text) => el("p", {}, text)),
    el("dl", {}, words.keys.flatMap(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, text)])),
    el("button", { type: "button", autofocus: true, onclick: () => dialog.close() }, words.close));
  dialog.showModal();
}
