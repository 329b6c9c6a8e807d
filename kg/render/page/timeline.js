// The timeline: cooperation above the line, conflict below it; brush a span, move its ends by keys, play it.

import { actorById, actors, dateOf, dayOf, events, pairKey } from "./data.js";
import { spoken } from "./dates.js";
import { byId, clear, el, svg } from "./dom.js";
import { change, select, state } from "./state.js";
import { shortened } from "./texts.js";
import { words } from "./words.js";

const MARGIN = 14;
const GUTTER = 168;
const WIDE = 760;
const BARS = 64;
const AXIS = 18;
const LANE = 17;
const LANES = 5;
const GRIP = 4;
const THINNEST = 5;
const LANE_TEXT = 11.5;
const FRAME = 120;
const box = byId("timeline");
const days = events.filter((event) => event.day !== null).map((event) => event.day);
const first = days.reduce((least, day) => Math.min(least, day), Infinity);
const last = days.reduce((most, day) => Math.max(most, day), -Infinity);
const undated = events.length - days.length;
let chart = null;
let timer = null;
let [passedNow, chainNow] = [[], null];
let drawnFor = null;

export function setUpTimeline() {
  if (!days.length) {
    box.hidden = true;
    return;
  }
  chart = svg("svg", { role: "group", "aria-label": words.timeline });
  clear(box,
    el("div", { class: "timeline-bar" },
      el("button", { type: "button", id: "play", "aria-pressed": "false", onclick: togglePlay }, words.play),
      el("span", { id: "span-text", class: "span-text" }),
      el("button", { type: "button", id: "whole-span", onclick: () => change({ from: null, until: null }, { step: true }) }, words.wholeSpan),
      el("span", { class: "dates" },
        el("label", {}, `${words.from} `, el("input", { type: "date", id: "from", onchange: typed })),
        el("label", {}, `${words.until} `, el("input", { type: "date", id: "until", onchange: typed }))),
      undated > 0 && el("label", { class: "check" }, el("input", { type: "checkbox", id: "undated", onchange: (box) => change({ undated: box.target.checked }, { step: true }) }), `${words.undated} (${undated})`)),
    chart);
  chart.addEventListener("pointerdown", brush);
  new ResizeObserver(() => { // drawn in the next frame, as it changes the height
    if (roomNow() !== drawnFor) requestAnimationFrame(() => showTimeline(passedNow, chainNow));
  }).observe(box);
}

/** On what the drawing depends beside the events. */
function roomNow() {
  return `${box.clientWidth} ${lanesShown()}`;
}

/** Shows the events that pass all filters but the span; the bars outside of the span fade. `chain` is that of a path. */
export function showTimeline(passed, chain) {
  [passedNow, chainNow] = [passed, chain];
  if (!chart || !box.clientWidth) return;
  drawnFor = roomNow();
  const width = box.clientWidth;
  const lanes = lanesOf(passed, state.path ? chain?.pairs ?? [] : null);
  const height = BARS + AXIS + lanesShown() * LANE;
  chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
  chart.setAttribute("height", height);
  const scale = scaleFor(width);
  const held = chart.contains(document.activeElement) && document.activeElement.getAttribute("data-end");
  clear(chart, ...bars(passed, scale), ...axis(scale), ...lanes.flatMap((lane, n) => laneMarks(lane, n, scale)), ...spanMarks(scale, height));
  if (held) chart.querySelector(`[data-end=${held}]`).focus();
  const [from, until] = span();
  byId("span-text").textContent = words.span(spoken(dateOf(from)), spoken(dateOf(until)));
  byId("from").value = dateOf(from);
  byId("until").value = dateOf(until);
  for (const id of ["from", "until"]) [byId(id).min, byId(id).max] = [dateOf(first), dateOf(last)];
  if (undated) byId("undated").checked = state.undated;
  byId("whole-span").hidden = state.from === null && state.until === null;
}

function span() {
  return [dayOf(state.from) ?? first, dayOf(state.until) ?? last];
}

/** Where days stand. A wide timeline has the names of what it shows in a gutter to the left. */
function scaleFor(width) {
  const left = width < WIDE ? MARGIN : GUTTER;
  const room = Math.max(1, width - left - MARGIN);
  const length = Math.max(1, last - first + 1);
  return { width, left, x: (day) => left + ((day - first) / length) * room, day: (x) => Math.round(first + ((x - left) / room) * length - 0.5), length, room };
}

function bars(passed, scale) {
  const step = [1, 7, 14, 30, 91, 182, 365].find((days) => (days / scale.length) * scale.room >= 7) || 365;
  const bins = new Map();
  for (const n of passed) {
    const event = events[n];
    if (event.day === null) continue;
    const bin = Math.floor((event.day - first) / step);
    if (!bins.has(bin)) bins.set(bin, new Array(7).fill(0));
    bins.get(bin)[event.predicate.step] += 1;
  }
  const tops = [...bins.values()].flatMap((counts) => [counts.slice(0, 4).reduce((a, b) => a + b), counts.slice(4).reduce((a, b) => a + b)]);
  const most = Math.max(1, ...tops);
  const unit = (BARS / 2 - 3) / most;
  const [from, until] = span();
  const marks = [svg("line", { class: "axis", x1: scale.left, x2: scale.width - MARGIN, y1: BARS / 2, y2: BARS / 2 })];
  if (scale.left === GUTTER) {
    for (const [text, y] of [[words.cooperation, BARS / 4 + 4], [words.conflict, (BARS * 3) / 4 + 4]]) {
      marks.push(svg("text", { class: "tick-text", x: GUTTER - 10, y, "text-anchor": "end" }, text));
    }
  }
  for (const [bin, counts] of bins) {
    const day = first + bin * step;
    const within = day + step > from && day <= until;
    const x = Math.min(scale.x(day), scale.width - MARGIN - THINNEST);
    const wide = Math.max(1.5, Math.min((step / scale.length) * scale.room - 1, scale.width - MARGIN - x)); // the last bin may be cut
    let up = BARS / 2;
    let down = BARS / 2;
    for (const n of [3, 2, 1, 0]) {
      up -= counts[n] * unit;
      if (counts[n]) marks.push(svg("rect", { class: `bar step-${n}${within ? "" : " out"}`, x, y: up, width: wide, height: counts[n] * unit }));
    }
    for (const n of [4, 5, 6]) {
      if (counts[n]) marks.push(svg("rect", { class: `bar step-${n}${within ? "" : " out"}`, x, y: down, width: wide, height: counts[n] * unit }));
      down += counts[n] * unit;
    }
  }
  return marks;
}

function axis(scale) {
  const marks = [];
  const years = scale.length / 365.25;
  const months = [1, 3, 6, 12, 24, 60, 120].find((m) => scale.room / Math.max(1, (years * 12) / m) >= 78) || 240;
  const begin = new Date(first * 86400000);
  let end = -Infinity;
  const put = (day, text) => {
    const x = scale.x(day);
    const long = text.length * 6.2;
    if (x < end || x + 5 + long > scale.width) return;
    end = x + long + 10;
    marks.push(svg("line", { class: "tick", x1: x, x2: x, y1: BARS / 2 - 3, y2: BARS + 3 }), svg("text", { class: "tick-text", x: x + 3, y: BARS + 13 }, text));
  };
  if (scale.length < 75) {
    const every = [1, 2, 5, 7, 14, 28].find((d) => (d / scale.length) * scale.room >= 84) || 28;
    for (let day = first; day <= last; day += every) put(day, spoken(dateOf(day)));
    return marks;
  }
  for (let month = 0; ; month += months) {
    const start = Math.floor(begin.getUTCMonth() / months) * months;
    const day = Math.round(Date.UTC(begin.getUTCFullYear(), (months >= 12 ? 0 : start) + month, 1) / 86400000);
    if (day > last) break;
    if (day >= first) put(day, months >= 12 ? dateOf(day).slice(0, 4) : spoken(dateOf(day).slice(0, 7), "month"));
  }
  return marks;
}

/** The ties of the selected actor, the selected pair, the steps of a path, or the busiest ties of all: from their first to their last event. */
function lanesOf(passed, steps) {
  const [main, other] = (state.actor ? [state.actor] : state.pair || []).map((id) => actorById.get(id).i);
  const lanes = new Map();
  for (const n of passed) {
    const event = events[n];
    if (event.day === null) continue;
    for (const [a, b] of event.dyads) {
      if (main !== undefined && a !== main && b !== main) continue;
      if (other !== undefined && a !== other && b !== other) continue;
      const key = pairKey(a, b);
      if (steps && !steps.includes(key)) continue;
      const turned = main === undefined ? a > b : b === main;
      if (!lanes.has(key)) lanes.set(key, { main: turned ? b : a, party: turned ? a : b, events: [] });
      lanes.get(key).events.push(event);
    }
  }
  if (steps) return steps.filter((key) => lanes.has(key)).map((key) => lanes.get(key)).slice(0, lanesShown());
  return [...lanes.values()].sort((x, y) => y.events.length - x.events.length || x.main - y.main || x.party - y.party).slice(0, lanesShown());
}

function lanesShown() {
  return box.clientWidth < WIDE || innerHeight < 620 ? 0 : LANES;
}

function laneMarks({ main, party, events: told }, n, scale) {
  const y = BARS + AXIS + n * LANE + LANE / 2;
  const ordered = told.map((event) => event.day);
  const [begin, end] = [Math.min(...ordered), Math.max(...ordered)];
  const half = (scale.room / scale.length) / 2;
  const name = state.actor ? actors[party].label : `${actors[main].label} – ${actors[party].label}`;
  const label = `${actors[main].label} – ${actors[party].label}: ${words.span(spoken(dateOf(begin)), spoken(dateOf(end)))}`;
  const [x1, x2] = [scale.x(begin) + half, scale.x(end) + half];
  return [svg("g", { class: "lane", role: "button", tabindex: "0", "aria-label": label,
    onclick: () => select({ pair: [actors[main].id, actors[party].id] }),
    onkeydown: (press) => press.key === "Enter" && select({ pair: [actors[main].id, actors[party].id] }) },
  svg("title", {}, label),
  svg("rect", { class: "lane-ground", x: 0, y: y - LANE / 2, width: scale.width, height: LANE }),
  svg("line", { class: "lane-line", x1, x2, y1: y, y2: y }),
  told.map((event) => svg("circle", { class: `dot step-${event.predicate.step}`, cx: scale.x(event.day) + half, cy: y, r: 3 })),
  svg("text", { class: "lane-text", x: MARGIN, y: y + 3.5 }, shortened(name, LANE_TEXT, GUTTER - MARGIN - 6)))];
}

function spanMarks(scale, height) {
  const [from, until] = span();
  const [x1, x2] = [scale.x(from), scale.x(until + 1)];
  const handle = (name, x, outside, day, label) => svg("g", { class: "handle", role: "slider", tabindex: "0", "data-end": name, "aria-label": label,
    "aria-valuemin": first, "aria-valuemax": last, "aria-valuenow": day, "aria-valuetext": spoken(dateOf(day)), onkeydown: (press) => nudge(press, name) },
  svg("rect", { class: "grip-room", x: x - 11, y: 0, width: 22, height: BARS }), svg("rect", { class: "grip", x: outside, y: 4, width: GRIP, height: BARS - 8, rx: 2 }));
  const whole = state.from === null && state.until === null;
  return [
    svg("rect", { class: `span${whole ? " whole" : ""}`, x: x1, y: 0, width: Math.max(1, x2 - x1), height: BARS }),
    handle("from", x1, x1 - GRIP, from, words.spanStart),
    handle("until", x2, x2, until, words.spanEnd),
  ];
}

function setSpan(from, until, step = false) {
  const low = Math.max(first, Math.min(from, until, last));
  const high = Math.min(last, Math.max(from, until, first));
  change({ from: low <= first ? null : dateOf(low), until: high >= last ? null : dateOf(high) }, { step });
}

function nudge(press, name) {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -30, PageUp: 30 }[press.key];
  const [from, until] = span();
  if (step === undefined && press.key !== "Home" && press.key !== "End") return;
  press.preventDefault();
  press.stopPropagation();
  const now = name === "from" ? from : until;
  const next = press.key === "Home" ? first : press.key === "End" ? last : now + step;
  if (name === "from") setSpan(Math.min(next, until), until);
  else setSpan(from, Math.max(next, from));
}

function brush(press) {
  if (press.target.closest(".lane")) return;
  press.preventDefault();
  stop();
  const scale = scaleFor(box.clientWidth);
  const left = chart.getBoundingClientRect().left;
  const [from, until] = span();
  const end = press.target.closest("[data-end]")?.getAttribute("data-end");
  const whole = state.from === null && state.until === null;
  const at = scale.day(press.clientX - left);
  const moving = !end && !whole && press.target.classList.contains("span");
  let waiting = null;
  let moved = false;
  let begun = false;
  const follow = (low, high) => {
    setSpan(low, high, !begun); // all of a drag is one step for Back
    begun = true;
  };
  const move = (drag) => {
    const day = scale.day(drag.clientX - left);
    if (Math.abs(drag.clientX - press.clientX) > 3) moved = true;
    if (!moved) return;
    if (waiting === null) requestAnimationFrame(() => { waiting(); waiting = null; });
    if (end === "from") waiting = () => follow(Math.min(day, until), until);
    else if (end === "until") waiting = () => follow(from, Math.max(day, from));
    else if (moving) waiting = () => follow(...shifted(from, until, day - at));
    else waiting = () => follow(at, day);
  };
  const release = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", release);
    if (!moved && !end && !moving && !whole) change({ from: null, until: null }, { step: true });
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", release);
}

function shifted(from, until, by) {
  const step = Math.max(first - from, Math.min(last - until, by));
  return [from + step, until + step];
}

function typed() {
  const from = dayOf(byId("from").value) ?? first;
  const until = dayOf(byId("until").value) ?? last;
  setSpan(from, Math.max(from, until), true);
}

/** Plays the span: a chosen one travels to the end, the whole one grows from the first day on. */
export function togglePlay() {
  if (timer !== null) {
    stop();
    return;
  }
  const [from, until] = span();
  const whole = state.from === null && state.until === null;
  const step = Math.max(1, Math.round((last - first) / 120));
  if (whole) setSpan(first, first + step, true);
  const grows = whole || from === first;
  byId("play").textContent = words.pause;
  byId("play").setAttribute("aria-pressed", "true");
  timer = setInterval(() => {
    const [now, end] = span();
    if (end >= last) stop();
    else setSpan(grows ? now : Math.min(now + step, last), Math.min(end + step, last));
  }, FRAME);
}

function stop() {
  clearInterval(timer);
  timer = null;
  byId("play").textContent = words.play;
  byId("play").setAttribute("aria-pressed", "false");
}
