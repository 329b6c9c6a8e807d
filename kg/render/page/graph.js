// The graph under the pointer: vis-network holds camera, places and gestures; what is drawn is ours.

import { actors, pairs } from "./data.js";
import { byId } from "./dom.js";
import { radius, sight, useCamera, whereOnScreen } from "./camera.js";
import { drawGround, drawOver, forgetGround, seen } from "./canvas.js";
import { distanceTo } from "./linework.js";
import { drawActor } from "./shapes.js";
import { onSceneChange, scene, stands } from "./scene.js";
import { onThemeChange } from "./theme.js";

const REACH = { actor: 4, line: 6 };
const REST = 140;
const box = byId("graph");
let network = null;
let resting = null;
let held = null;

/** `handlers`: actor(n), open(n), line(key or strand), nothing() for clicks, hint(target or null) for the pointer. */
export function createGraph(handlers) {
  network = new vis.Network(box, { nodes: actors.map(nodeOf), edges: [] }, {
    autoResize: false, // the camera does it, without a blank frame between
    physics: false,
    layout: { improvedLayout: false },
    nodes: { shape: "custom", chosen: false, physics: false },
    interaction: { hover: false, multiselect: false, keyboard: false, tooltipDelay: 1e6, zoomSpeed: 0.7 },
  });
  useCamera(network);
  box.querySelector(".vis-network").removeAttribute("tabindex"); // the box itself is the one stop of the Tab key
  watchClicks(handlers);
  network.on("doubleClick", ({ pointer: { DOM: point } }) => {
    const { actor } = targetAt(point);
    if (actor !== undefined) handlers.open(actor);
  });
  network.on("beforeDrawing", (ctx) => {
    if (held !== null) follow(held);
    drawGround(ctx, resting !== null);
  });
  network.on("afterDrawing", drawOver);
  for (const name of ["dragging", "zoom"]) network.on(name, moves);
  network.on("dragStart", ({ nodes: [node] }) => (held = node ?? null));
  network.on("dragEnd", () => {
    if (held !== null) follow(held);
    held = null;
    drawSoon();
  });
  for (const name of ["dragStart", "zoom"]) network.on(name, () => handlers.hint(null));
  watchPointer(handlers.hint);
  onSceneChange(drawSoon);
  onThemeChange(() => {
    forgetGround();
    network.redraw(); // at once: a printer does not wait for the next frame
  });
}

function nodeOf(actor) {
  return {
    id: actor.i, x: actor.x, y: actor.y,
    ctxRenderer: ({ ctx }) => {
      const visible = scene.visible.has(actor.i);
      const { scale } = sight();
      const r = visible ? radius(actor.i) / scale : 0;
      return { drawNode: () => visible && drawActor(ctx, actor, actor.x, actor.y, r, scale), nodeDimensions: { width: 2 * r, height: 2 * r } };
    },
  };
}

/** Takes over the place to which the reader drags an actor. */
function follow(node) {
  Object.assign(actors[node], network.getPosition(node));
  forgetGround();
}

/** Says that the view moves; once it has rested for a moment all is drawn in full again. */
function moves() {
  clearTimeout(resting);
  resting = setTimeout(() => {
    resting = null;
    drawSoon();
  }, REST);
}

/** Draws once before the next frame, however often asked. */
function drawSoon() {
  network.body.emitter.emit("_requestRedraw");
}

/** The browser's own clicks: vis-network knows none that takes longer than a quarter of a second, on a slow machine or by a slow hand. */
function watchClicks(handlers) {
  let dragged = false;
  box.addEventListener("pointerdown", () => (dragged = false), { capture: true });
  network.on("dragStart", () => (dragged = true));
  box.addEventListener("click", (click) => {
    if (dragged) return;
    network.unselectAll();
    const { actor, line, strand } = targetAt(pointOf(click));
    if (actor !== undefined) handlers.actor(actor);
    else if (line !== undefined) handlers.line(strand || line);
    else handlers.nothing();
  });
}

function pointOf({ clientX, clientY }) {
  const { left, top } = box.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function watchPointer(hint) {
  let point = null;
  let asked = false;
  box.addEventListener("pointermove", (move) => {
    if (move.pointerType !== "mouse" || move.buttons) return;
    point = pointOf(move);
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (point === null) return;
      const target = targetAt(point);
      const found = target.actor !== undefined || target.line !== undefined;
      box.style.cursor = found ? "pointer" : "";
      hint(found ? { ...target, ...point } : null);
    });
  });
  box.addEventListener("pointerleave", () => {
    point = null;
    hint(null);
  });
}

/** What stands under a point: {actor}, {line} (its key, with the strand where it is unfolded), or {}. */
function targetAt(point) {
  const { scale, tx, ty } = sight();
  let nearest = {};
  let least = REACH.actor;
  for (const n of scene.visible) {
    const away = Math.hypot(actors[n].x * scale + tx - point.x, actors[n].y * scale + ty - point.y) - radius(n);
    if (away < least) [nearest, least] = [{ actor: n }, away];
  }
  if (nearest.actor !== undefined) return nearest;
  least = REACH.line;
  const measure = (line, target) => {
    const away = distanceTo(seen(line), point);
    if (away < least) [nearest, least] = [target, away];
  };
  for (const strand of scene.strands) measure(strand, { line: strand.key, strand });
  if (nearest.line === undefined) for (const line of scene.lines) if (stands(line.key)) measure(line, { line: line.key });
  return nearest;
}

export function whereOnLine(key) {
  const [a, b] = [pairs.get(key).a, pairs.get(key).b].map(whereOnScreen);
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** The shown actor that comes `by` places after `n` in the order of rank, round and round. */
export function byRank(n, by) {
  const order = [...scene.visible].sort((a, b) => actors[b].rank - actors[a].rank || a - b);
  if (!order.length) return null;
  const at = n === null || !scene.visible.has(n) ? -by : order.indexOf(n);
  return order[(at + by + order.length) % order.length];
}

/** The shown actor next to `n` in a direction: dx, dy are −1, 0 or 1; the most central one where `n` is null. */
export function nextActor(n, dx, dy) {
  if (n === null || !scene.visible.has(n)) return byRank(null, 0);
  let best = null;
  let least = Infinity;
  for (const other of scene.visible) {
    const x = actors[other].x - actors[n].x;
    const y = actors[other].y - actors[n].y;
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    if (other === n || along <= 0 || across > along * 1.5) continue;
    if (along + across * 1.6 < least) [best, least] = [other, along + across * 1.6];
  }
  return best ?? n;
}
