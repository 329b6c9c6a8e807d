// Sets the page up, and shows the state again whenever it changes.

import { setUpKeys, cursorAt, placeCursor, showHelp } from "./keys.js";
import { actorById, actors, eventById, events, leftOut, pairKey, pairs, served } from "./data.js";
import { announce, byId, el, said, clear } from "./dom.js";
import { filtered, goBack, goForward, change, select, start, state, subscribe } from "./state.js";
import { backToWhereItWas, bringIntoSight, fitAll, fitTo, keepInSight, takeRoom, whereOnScreen, zoomBy } from "./camera.js";
import { flagOf } from "./flags.js";
import { createGraph, whereOnLine } from "./graph.js";
import { highlight, scene, showPart, unfold } from "./scene.js";
import { labelsShown } from "./canvas.js";
import { coreOf, drawMore, showCore } from "./core.js";
import { chains } from "./paths.js";
import { pairsOf, passing } from "./filter.js";
import { pickFrom, pickingFrom, showPanel } from "./panel.js";
import { saveCsv, savePng, saveSvg } from "./saving.js";
import { setUpSearch } from "./search.js";
import { setUpTimeline, showTimeline, togglePlay } from "./timeline.js";
import { pairName } from "./lines.js";
import { showControls, toggleFilters } from "./controls.js";
import { showLegend } from "./legend.js";
import { showTable } from "./table.js";
import { words } from "./words.js";

let passed = [];
let last = {};
let broughtIn = [];

function show() {
  const filters = JSON.stringify([state.from, state.until, state.undated, state.statuses, state.hiddenClasses, state.hiddenKinds,
    state.predicate, state.outlet, state.least, state.focus && state.actor]);
  const selection = JSON.stringify([state.actor, state.pair, state.event, state.path]);
  const filtersChanged = filters !== last.filters;
  const selectionChanged = selection !== last.selection;
  const drawnChanged = state.drawn !== last.drawn;
  const held = document.activeElement;
  const viewChanged = state.view !== document.body.dataset.view;
  showView();
  if (filtersChanged) passed = passing(state);
  const shown = filtersChanged ? pairsOf(passed) : last.shown;
  const found = state.path ? chains(...state.path.map((id) => actorById.get(id).i), shown) : [];
  last.shown = shown;
  if (filtersChanged) {
    showControls();
    byId("empty").hidden = passed.length > 0;
  }
  if (filtersChanged || drawnChanged) showCore(shown);
  if (filtersChanged || selectionChanged) {
    showTimeline(passing(state, { ignoreSpan: true }), found[0]);
    showPanel(passed, found);
  }
  takeRoom(); // what the others leave to the graph
  if (filtersChanged || selectionChanged || drawnChanged) {
    const bright = lit(shown, found);
    const part = coreOf(shown, state.drawn, bright);
    showPart(part.actors, part.pairs);
    broughtIn = part.broughtIn;
    if (drawnChanged) fitAll(true);
    else if (filtersChanged) keepInSight();
    unfold(unfoldedPair());
    highlight(bright, state.actor ? actorById.get(state.actor).i : null);
  }
  if (selectionChanged) reveal(found);
  if (state.view === "table" && (filtersChanged || selectionChanged || viewChanged)) showTable(selectedEvents());
  if (selectionChanged && held !== document.body && !held.getClientRects().length) readEvidence();
  last = { filters, selection, shown, drawn: state.drawn };
}

/** Puts the keyboard where the evidence begins, as when the button that was pressed is no longer there. */
function readEvidence() {
  byId("panel").querySelector("h2").focus({ preventScroll: true });
}

function unfoldedPair() {
  if (state.pair) return pairKey(...state.pair.map((id) => actorById.get(id).i));
  if (!state.event) return null;
  const [first] = eventById.get(state.event).dyads;
  return first ? pairKey(...first) : null;
}

/** What stays bright: the selected and what it is tied to. */
function lit(shown, found) {
  if (state.path) return { actors: new Set(found.flatMap((chain) => chain.actors)), pairs: new Set(found.flatMap((chain) => chain.pairs)) };
  if (state.pair) {
    const two = state.pair.map((id) => actorById.get(id).i);
    return { actors: new Set(two), pairs: new Set([pairKey(...two)]) };
  }
  if (state.event) {
    const event = eventById.get(state.event);
    return { actors: new Set(event.parties), pairs: new Set(event.dyads.map(([a, b]) => pairKey(a, b))) };
  }
  if (!state.actor) return null;
  const { i } = actorById.get(state.actor);
  const around = { actors: new Set([i]), pairs: new Set() };
  for (const key of shown.keys()) {
    const { a, b } = pairs.get(key);
    if (a !== i && b !== i) continue;
    around.pairs.add(key);
    around.actors.add(a).add(b);
  }
  return around;
}

function reveal(found) {
  if (state.path) bringIntoSight(found.length ? found[0].actors : []);
  else if (state.pair) bringIntoSight(state.pair.map((id) => actorById.get(id).i), 380);
  else if (state.event) bringIntoSight(eventById.get(state.event).parties);
  else if (state.actor) {
    const { i, label } = actorById.get(state.actor);
    placeCursor(i);
    if (innerWidth < 720) fitTo([...(lit(last.shown, found)?.actors ?? [])]);
    else bringIntoSight([...broughtIn, i].filter((n) => scene.visible.has(n)));
    announce(label);
  } else backToWhereItWas();
}

function showView() {
  const table = state.view === "table";
  document.body.dataset.view = state.view;
  byId("graph-area").hidden = table;
  byId("table-area").hidden = !table;
  byId("show-table").setAttribute("aria-pressed", String(table));
}

/** The events of the view: those of the selection, otherwise all that pass. */
function selectedEvents() {
  if (state.event) return passed.filter((n) => eventById.get(state.event).i === n);
  if (!state.actor && !state.pair) return passed;
  const [first, second] = (state.pair || [state.actor]).map((id) => new Set(actorById.get(id).events));
  return passed.filter((n) => first.has(n) && (!second || second.has(n)));
}

function openActor(n) {
  const from = pickingFrom();
  pickFrom(null);
  if (from && from !== actors[n].id) select({ path: [from, actors[n].id] });
  else select({ actor: actors[n].id });
}

function openLine(line) {
  if (typeof line === "string") select({ pair: idsOf(line) });
  else if (line.events.length === 1) select({ event: line.event.id });
  else byId("panel").querySelector(`[data-event="${line.event.id}"]`)?.scrollIntoView({ block: "start" });
}

function idsOf(key) {
  const { a, b } = pairs.get(key);
  return [actors[a].id, actors[b].id];
}

function hint(target) {
  const tip = byId("tip");
  tip.hidden = target === null;
  if (target === null) return;
  const name = target.actor !== undefined ? [actors[target.actor].label] : pairName(target.line);
  const count = target.actor !== undefined ? actors[target.actor].events.length : (last.shown.get(target.line) || []).length;
  clear(tip, el("b", {}, name.flatMap((label, n) => (n ? [" – ", said(label)] : [said(label)]))), ` ${words.events(count)}`);
  const { clientWidth: width, clientHeight: height } = byId("graph");
  tip.style.left = `${Math.max(4, Math.min(target.x + 14, width - tip.offsetWidth - 4))}px`;
  tip.style.top = `${Math.min(target.y + 14, height - tip.offsetHeight - 4)}px`;
}

function escape() {
  if (byId("save").open) byId("save").open = false;
  else if (innerWidth < 720 && !byId("filters").hidden) toggleFilters(false);
  else if (pickingFrom()) {
    pickFrom(null);
    showPanel(passed, []);
  } else select({ focus: false });
}

function toggleTable() {
  change({ view: state.view === "table" ? "graph" : "table" }, { step: true });
}

function startPath() {
  const id = state.actor || (cursorAt() !== null ? actors[cursorAt()].id : null);
  if (id) pickFrom(id);
}

function focusNeighbours() {
  if (!state.actor && cursorAt() !== null) select({ actor: actors[cursorAt()].id, focus: true });
  else if (state.actor) change({ focus: !state.focus }, { step: true });
}

/** Drawings are made for wide screens; on an upright one they are turned, so that they fill it. */
function turnUpright() {
  for (const actor of actors) [actor.x, actor.y] = [actor.y, actor.x];
}

function nameControls() {
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = words[node.dataset.word];
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", words[node.dataset.label]);
    if (node.matches("button")) node.title = words[node.dataset.label];
  }
  byId("search").placeholder = words[byId("search").dataset.placeholder];
  byId("empty").textContent = words.empty;
  showNotice();
  if (innerWidth < 720 || innerHeight < 520) byId("legend").open = false;
}

/** What the page does not hold, and how to get at it. */
function showNotice() {
  const cut = leftOut.actors + leftOut.events > 0;
  const part = served && new URLSearchParams(location.search).has("actor");
  byId("notice").hidden = !cut && !part;
  clear(byId("notice"), cut && words.leftOut(words.actors(actors.length), leftOut.actors, leftOut.events), cut && (served ? words.leftOutServed : words.leftOutFile),
    part && !cut && words.part, part && " ", part && el("a", { href: "./" }, words.whole));
}

function setUpButtons() {
  const clicks = {
    back: goBack, forward: goForward, "show-filters": () => toggleFilters(), "show-table": toggleTable, "show-help": showHelp,
    "zoom-in": () => zoomBy(1.4), "zoom-out": () => zoomBy(1 / 1.4), fit: () => fitAll(),
    "save-png": savePng, "save-svg": saveSvg, "save-csv": () => saveCsv(selectedEvents()), print: () => window.print(),
  };
  for (const [id, click] of Object.entries(clicks)) byId(id).addEventListener("click", click);
  byId("save").addEventListener("click", (click) => click.target.matches(".menu-items button") && (byId("save").open = false));
  setUpKeys({
    "/": () => byId("search").focus(), "?": showHelp, t: toggleTable, f: () => toggleFilters(), p: startPath, n: focusNeighbours, m: drawMore, e: readEvidence,
    " ": togglePlay, Backspace: goBack, Escape: escape,
  }, openActor);
}

start();
if (innerHeight > innerWidth) turnUpright();
nameControls();
byId("graph-area").append(el("div", { id: "tip", class: "tip", hidden: true }));
showLegend();
if (filtered()) toggleFilters(innerWidth > 1100);
createGraph({ actor: openActor, open: (n) => select({ actor: actors[n].id, focus: true }), line: openLine, nothing: () => select({}), hint });
setUpTimeline();
setUpSearch((actor) => {
  openActor(actor.i);
  readEvidence();
});
setUpButtons();
subscribe(show);
show();
// For those who drive the page by script: where an actor or a line stands on the canvas, and what is written there.
window.explorer = Object.freeze({
  actorAt: (id) => whereOnScreen(actorById.get(id).i),
  lineAt: (a, b) => whereOnLine(pairKey(actorById.get(a).i, actorById.get(b).i)),
  labels: () => labelsShown().map(({ text, left, top, width, height }) => ({ text, left, top, width, height })),
  flagOf: (id) => flagOf(actorById.get(id)),
  drawnActors: () => [...scene.visible].map((n) => actors[n].id),
  shownEvents: () => passed.map((n) => events[n].id),
});
document.body.dataset.ready = "1";
