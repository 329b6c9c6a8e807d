// The camera over the canvas, which is vis-network's: what is in sight, and how large it is seen.

import { actors } from "./data.js";
import { byId } from "./dom.js";
import { scene } from "./scene.js";

const NEAREST = 1.5;
const LEAST_ROOM = 40;
const box = byId("graph");
const over = document.querySelector(".over");
let network = null;
let fitScale = 1;
let fitted = false;
let untouched = true;
let before = null;

/** Lends the camera of a vis.Network to all that moves the view. */
export function useCamera(given) {
  network = given;
  for (const name of ["dragStart", "zoom"]) network.on(name, () => { untouched = false; before = null; });
  new ResizeObserver(() => takeRoom() && network.redraw()).observe(box); // at once: a canvas of a new size is blank
}

/** Gives the canvas the size that the layout of the page leaves to it; says whether that is another one. */
export function takeRoom() {
  if (!box.clientWidth || !network.setSize()) return false;
  if (untouched) fitAll();
  network.body.emitter.emit("_requestRedraw");
  return true;
}

/** Scale and shift of the view: a point of the drawing stands at (x · scale + tx, y · scale + ty) in pixels. */
export function sight() {
  const { scale, translation: { x: tx, y: ty } } = network.body.view;
  return { scale, tx, ty };
}

/** Size of the canvas in pixels; asking makes the browser lay the page out, so ask once a drawing. */
export function room() {
  return { width: box.clientWidth, height: box.clientHeight };
}

export function whereOnScreen(n) {
  const { scale, tx, ty } = sight();
  return { x: actors[n].x * scale + tx, y: actors[n].y * scale + ty };
}

/** How much nearer than at first sight the reader is: 1 when all is in sight. */
export function nearness() {
  return network.getScale() / fitScale;
}

/** Radius of an actor in pixels: actors grow more slowly than the zoom, so that near ones come apart. */
export function radius(n) {
  return Math.max(1.6, actors[n].size * fitScale ** 0.78 * nearness() ** 0.45);
}

/** By what the widths of lines are multiplied, so that they look alike at every zoom. */
export function lineFactor() {
  return Math.max(0.3, Math.min(1, fitScale ** 0.5)) * Math.max(1, nearness() ** 0.3);
}

/** Shows all that is drawn; `anew` takes this as the first sight of another part of the graph. */
export function fitAll(anew = false) {
  if (anew) [fitted, untouched] = [false, true];
  fit([...scene.visible]);
}

/** Steps back until all that is drawn is in sight, unless the reader has chosen what to see. */
export function keepInSight() {
  if (!untouched || before || !box.clientWidth) return;
  const { width, height } = room();
  const outside = [...scene.visible].map(whereOnScreen).some(({ x, y }) => x < 0 || y < 0 || x > width || y > height);
  if (outside) fitAll();
}

/** Shows only as much as the given actors take. */
export function fitTo(indexes) {
  if (!indexes.length || !box.clientWidth) return;
  leave();
  fit(indexes);
}

function fit(present) {
  const { clientWidth: width, clientHeight: height } = box;
  if (!present.length || !width) return;
  const { x, y, scale: whole } = framed(present);
  const scale = Math.min(whole, NEAREST);
  if (present.length === actors.length || !fitted) fitScale = scale;
  fitted = true;
  network.moveTo({ position: { x, y }, scale, animation: false });
}

/** The middle of some actors, and the scale at which they fill the view but for room for their names and what lies over the top. */
function framed(indexes) {
  const { clientWidth: width, clientHeight: height } = box;
  const [left, right] = extent(indexes.map((n) => actors[n].x));
  const [top, bottom] = extent(indexes.map((n) => actors[n].y));
  const [beside, below] = [Math.min(70, width * 0.1), Math.min(34, height * 0.1)];
  const above = below + over.offsetHeight;
  const [wide, high] = [width - 2 * beside, height - above - below].map((pixels) => Math.max(LEAST_ROOM, pixels));
  const scale = Math.min(wide / Math.max(1, right - left), high / Math.max(1, bottom - top));
  return { x: (left + right) / 2, y: (top + bottom) / 2 - (above - below) / 2 / scale, scale };
}

function extent(numbers) {
  return numbers.reduce(([least, most], n) => [Math.min(least, n), Math.max(most, n)], [Infinity, -Infinity]);
}

function leave() {
  untouched = false;
  before ??= { position: network.getViewPosition(), scale: network.getScale() };
}

export function zoomBy(factor) {
  untouched = false;
  network.moveTo({ scale: Math.min(12, Math.max(0.02, network.getScale() * factor)), animation: motion(160) });
}

/** Brings actors into sight without moving more than needed; two that stand close are brought near. */
export function bringIntoSight(indexes, apart = 0) {
  const { clientWidth: width, clientHeight: height } = box;
  if (!indexes.length || !width) return;
  const points = indexes.map(whereOnScreen);
  const outside = points.some(({ x, y }) => x < 40 || y < 40 || x > width - 40 || y > height - 40);
  const distance = apart && points.length === 2 ? Math.hypot(points[0].x - points[1].x, points[0].y - points[1].y) : Infinity;
  if (!outside && distance >= apart) return;
  leave();
  const { x, y, scale } = framed(indexes);
  const now = network.getScale();
  const wanted = distance < apart ? (now * apart) / Math.max(1, distance) : now;
  network.moveTo({ position: { x, y }, scale: Math.min(scale, wanted, 8), animation: motion(250) });
}

/** Goes back to where the reader was before the page moved the view on its own. */
export function backToWhereItWas() {
  if (before) network.moveTo({ ...before, animation: motion(250) });
  before = null;
}

function motion(duration) {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration, easingFunction: "easeInOutQuad" };
}
