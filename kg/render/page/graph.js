// The graph on its canvas: vis-network holds places, zoom and pointer; what is drawn on top is ours.

import { actors, pairs } from "./data.js";
import { byId } from "./dom.js";
import { DASHES, lineOf, strandsOf } from "./lines.js";
import { countText, drawLabels, nameText, strandText } from "./texts.js";
import { placed } from "./labels.js";
import { drawActor, drawRing } from "./shapes.js";
import { onThemeChange, theme } from "./theme.js";

const MANY_LINES = 2500;
const SIDE = 70;
const ABOVE = 34;
const FIRST_NAMES = 24;
const MOST_NAMES = 400;
const MOST_COUNTS = 300;
const box = byId("graph");
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const drawn = new Map();
const looks = new Map();
let network = null;
let fitScale = null;
let shown = new Map();
let visible = new Set();
let lit = null;
let unfolded = [];
let cursor = null;
let chosen = null;
let strands = new Map();
let placedLabels = [];
let untouched = true;
let changes = 0;
let before = null;

export function createGraph(handlers) {
  const many = pairs.size > MANY_LINES;
  network = new vis.Network(box, {}, {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    nodes: { shape: "custom", chosen: false, physics: false },
    edges: { smooth: false, chosen: false, physics: false, arrowStrikethrough: false, selectionWidth: 0, hoverWidth: 0 },
    interaction: { hover: !many, hideEdgesOnDrag: many, hideEdgesOnZoom: many, selectConnectedEdges: false,
      multiselect: false, keyboard: false, tooltipDelay: 1e6, zoomSpeed: 0.7 },
  });
  box.querySelector(".vis-network").removeAttribute("tabindex"); // the box itself is the one stop of the Tab key
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    network.unselectAll();
    if (node !== undefined) handlers.actor(node);
    else if (edge !== undefined) handlers.line(strands.get(edge) || edge);
    else handlers.nothing();
  });
  network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && handlers.open(node));
  for (const name of ["dragStart", "zoom"]) network.on(name, () => { untouched = false; before = null; });
  network.on("resize", () => requestAnimationFrame(() => untouched && fitAll())); // vis-network moves its camera right after
  network.on("beforeDrawing", scaleLines);
  network.on("afterDrawing", drawOver);
  const hint = (target) => handlers.hint(target);
  network.on("hoverNode", ({ node, pointer }) => hint({ actor: node, ...pointer.DOM }));
  network.on("hoverEdge", ({ edge, pointer }) => hint({ line: strands.has(edge) ? strands.get(edge).key : edge, ...pointer.DOM }));
  for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => hint(null));
  onThemeChange(() => {
    looks.clear();
    showPairs(shown);
    unfold(unfolded[0] ?? null);
    network.redraw(); // at once: a printer does not wait for the next frame
  });
}

/** Shows the pairs given as key → event indexes, and the actors that they join. */
export function showPairs(next) {
  const first = nodes.length === 0;
  shown = next;
  const changedLines = [];
  visible = new Set();
  for (const key of pairs.keys()) {
    const present = shown.get(key);
    if (present) {
      visible.add(pairs.get(key).a);
      visible.add(pairs.get(key).b);
    }
    const look = present ? lineOf(key, present) : null;
    const signature = look && !unfolded.includes(key) ? `${look.step} ${look.width} ${look.status} ${look.forth} ${look.back}` : "";
    if ((looks.get(key) || "") === signature) continue;
    looks.set(key, signature);
    if (signature) changedLines.push(edgeOf(look));
    else changedLines.push({ id: key, hidden: true });
  }
  if (first) nodes.add(actors.map(nodeOf));
  else {
    const changed = actors.filter((actor) => nodes.get(actor.i).hidden === visible.has(actor.i));
    if (changed.length) nodes.update(changed.map((actor) => ({ id: actor.i, hidden: !visible.has(actor.i) })));
  }
  if (changedLines.length) edges.update(changedLines);
  else drawSoon();
  if (first) {
    network.setData({ nodes, edges });
    fitAll();
  }
}

/** Highlights a part: {actors: Set, pairs: Set} stay, the rest fades; null shows all alike. `selected` is ringed. */
export function highlight(part, selected = null) {
  lit = part;
  chosen = selected;
  drawSoon();
}

/** Unfolds the line of a pair into one strand for each wording, direction and status; null folds it again. */
export function unfold(key) {
  const folds = unfolded;
  if (strands.size) edges.remove([...strands.keys()]);
  strands = new Map();
  unfolded = [];
  if (key !== null && shown.has(key)) {
    const groups = strandsOf(key, shown.get(key));
    if (groups.length > 1 || groups[0].events.length > 1) {
      unfolded = [key];
      for (const [n, group] of groups.entries()) strands.set(`strand-${n}`, { key, ...group });
      edges.add([...strands].map(([id, strand], n) => strandEdge(id, strand, n, strands.size)));
    }
  }
  for (const changed of [...folds, ...unfolded]) looks.delete(changed);
  if (folds.length || unfolded.length) {
    for (const folded of folds) if (!shown.has(folded)) looks.set(folded, "");
    for (const hidden of unfolded) looks.set(hidden, "-");
    showPairs(shown);
  }
}

export function fitAll() {
  fit([...visible]);
}

/** Shows only as much as the given actors take. */
export function fitTo(indexes) {
  if (!indexes.length || !box.clientWidth) return;
  untouched = false;
  before ??= { position: network.getViewPosition(), scale: network.getScale() };
  fit(indexes);
}

function fit(present) {
  const { clientWidth: width, clientHeight: height } = box;
  if (!present.length || !width) return;
  const [left, right] = extent(present.map((n) => actors[n].x));
  const [top, bottom] = extent(present.map((n) => actors[n].y));
  const scale = Math.min((width - 2 * SIDE) / Math.max(1, right - left), (height - 2 * ABOVE) / Math.max(1, bottom - top), 1.5);
  if (present.length === actors.length || fitScale === null) fitScale = scale;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

function extent(numbers) {
  return numbers.reduce(([least, most], n) => [Math.min(least, n), Math.max(most, n)], [Infinity, -Infinity]);
}

export function zoomBy(factor) {
  untouched = false;
  network.moveTo({ scale: Math.min(12, Math.max(0.02, network.getScale() * factor)), animation: motion(160) });
}

/** Brings actors into sight without moving more than needed; two that stand close are brought near. */
export function bringIntoSight(indexes, apart = 0) {
  const { clientWidth: width, clientHeight: height } = box;
  if (!indexes.length || !width) return;
  const points = indexes.map((n) => network.canvasToDOM({ x: actors[n].x, y: actors[n].y }));
  const outside = points.some(({ x, y }) => x < 40 || y < 40 || x > width - 40 || y > height - 40);
  const distance = apart && points.length === 2 ? Math.hypot(points[0].x - points[1].x, points[0].y - points[1].y) : Infinity;
  if (!outside && distance >= apart) return;
  untouched = false;
  before ??= { position: network.getViewPosition(), scale: network.getScale() };
  const [left, right] = extent(indexes.map((n) => actors[n].x));
  const [top, bottom] = extent(indexes.map((n) => actors[n].y));
  const room = Math.min((width - 2 * SIDE) / Math.max(1, right - left), (height - 2 * SIDE) / Math.max(1, bottom - top));
  const now = network.getScale();
  const wanted = distance < apart ? (now * apart) / Math.max(1, distance) : now;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(room, wanted, 8), animation: motion(250) });
}

/** Goes back to where the reader was before the page moved the view on its own. */
export function backToWhereItWas() {
  if (before) network.moveTo({ ...before, animation: motion(250) });
  before = null;
}

export function setCursor(n) {
  cursor = n;
  drawSoon();
}

/** The shown actor that comes `by` places after `n` in the order of rank, round and round. */
export function byRank(n, by) {
  const order = [...visible].sort((a, b) => actors[b].rank - actors[a].rank || a - b);
  if (!order.length) return null;
  const at = n === null || !visible.has(n) ? -by : order.indexOf(n);
  return order[(at + by + order.length) % order.length];
}

/** The shown actor next to `n` in a direction: dx, dy are −1, 0 or 1; the most central one where `n` is null. */
export function nextActor(n, dx, dy) {
  if (n === null || !visible.has(n)) {
    return byRank(null, 0);
  }
  let best = null;
  let least = Infinity;
  for (const other of visible) {
    const x = actors[other].x - actors[n].x;
    const y = actors[other].y - actors[n].y;
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    if (other === n || along <= 0 || across > along * 1.5) continue;
    if (along + across * 1.6 < least) [best, least] = [other, along + across * 1.6];
  }
  return best ?? n;
}

export function picture() {
  const source = box.querySelector("canvas");
  const canvas = document.createElement("canvas");
  canvas.width = source.width;
  canvas.height = source.height;
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(source, 0, 0);
  return canvas;
}

/** All that the view shows, in pixels of the screen: for the drawing as SVG. */
export function scene() {
  const scale = network.getScale();
  const at = (n) => network.canvasToDOM({ x: actors[n].x, y: actors[n].y });
  const isLit = (key) => !lit || lit.pairs.has(key);
  return {
    width: box.clientWidth,
    height: box.clientHeight,
    lines: [...shown].filter(([key]) => isLit(key)).map(([key, present]) => {
      const line = lineOf(key, present);
      return { ...line, from: at(line.a), to: at(line.b), px: line.width * lineFactor(scale), rA: radius(line.a, scale), rB: radius(line.b, scale) };
    }),
    actors: [...visible].filter((n) => !lit || lit.actors.has(n)).map((n) => ({ actor: actors[n], ...at(n), r: radius(n, scale) })),
    labels: placedLabels,
  };
}

/** Draws once before the next frame, however often asked. */
function drawSoon() {
  network.body.emitter.emit("_requestRedraw");
}

export function whereOnScreen(n) {
  return network.canvasToDOM({ x: actors[n].x, y: actors[n].y });
}

export function whereOnLine(key) {
  const { a, b } = pairs.get(key);
  return network.canvasToDOM({ x: (actors[a].x + actors[b].x) / 2, y: (actors[a].y + actors[b].y) / 2 });
}

export function labelsShown() {
  return placedLabels;
}

/** Radius in pixels: actors grow more slowly than the zoom, so that near ones come apart. */
function radius(n, scale) {
  return Math.max(1.8, actors[n].size * fitScale ** 0.78 * (scale / fitScale) ** 0.45);
}

function lineFactor(scale) {
  return Math.max(0.3, Math.min(1, fitScale ** 0.5)) * Math.max(1, (scale / fitScale) ** 0.3);
}

function nodeOf(actor) {
  return {
    id: actor.i, x: actor.x, y: actor.y, hidden: !visible.has(actor.i),
    ctxRenderer: ({ ctx, x, y }) => {
      const scale = network.getScale();
      const r = radius(actor.i, scale) / scale;
      return { drawNode: () => drawActor(ctx, actor, x, y, r, scale), nodeDimensions: { width: 2 * r, height: 2 * r } };
    },
  };
}

function edgeOf(line) {
  drawn.set(line.key, line);
  changes += 1;
  return {
    id: line.key, from: line.a, to: line.b, hidden: false, dashes: DASHES[line.status], width: line.width,
    color: { color: theme.steps[line.step], opacity: Math.max(0.3, Math.min(0.85, 40 / Math.sqrt(pairs.size))) },
    arrows: { to: { enabled: line.forth }, from: { enabled: line.back }, middle: { enabled: line.status === "negated", type: "bar" } },
  };
}

function strandEdge(id, { a, b, event, direction, events: told }, n, count) {
  const bend = (n - (count - 1) / 2) * Math.min(0.22, 0.9 / count);
  const width = Math.min(5, 1.6 + 0.8 * Math.sqrt(told.length - 1));
  drawn.set(id, { width, forth: direction === ">", back: direction === "<" });
  changes += 1;
  const smooth = Math.abs(bend) < 0.01 ? false : { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) };
  return {
    id, from: a, to: b, width, smooth, dashes: DASHES[event.status], color: { color: theme.steps[event.predicate.step], opacity: 1 },
    arrows: { to: { enabled: direction === ">" }, from: { enabled: direction === "<" }, middle: { enabled: event.status === "negated", type: "bar" } },
  };
}

let scaledFor = null;

/** Keeps widths and arrows the same to the eye at every zoom; vis-network would scale them with the canvas. Seen from
 * afar a crowd of lines has no arrows: they would be specks, and cost half of the drawing. */
function scaleLines() {
  const scale = network.getScale();
  const mark = `${scale} ${edges.length} ${changes}`;
  if (mark === scaledFor) return;
  scaledFor = mark;
  const factor = lineFactor(scale) / scale;
  const far = farOff(scale);
  for (const [id, edge] of Object.entries(network.body.edges)) {
    const line = drawn.get(id);
    if (!line) continue;
    const width = line.width * factor;
    edge.options.width = width;
    const { arrows } = edge.options;
    arrows.to.enabled = line.forth && !far;
    arrows.from.enabled = line.back && !far;
    arrows.to.scaleFactor = arrows.from.scaleFactor = arrows.middle.scaleFactor = Math.max(0.02, ((3.5 + width * scale * 2) / scale - 3 * width) / 15);
  }
}

function drawOver(ctx) {
  const scale = network.getScale();
  if (lit) {
    veil(ctx);
    for (const key of lit.pairs) if (shown.has(key) && !unfolded.includes(key)) network.body.edges[key]?.draw(ctx);
    for (const id of strands.keys()) network.body.edges[id]?.draw(ctx);
    for (const n of lit.actors) if (visible.has(n)) drawActor(ctx, actors[n], actors[n].x, actors[n].y, radius(n, scale) / scale, scale);
  }
  for (const [n, colour, width] of [[chosen, theme.ink, 2], [cursor, theme.focus, 3]]) {
    if (n !== null && visible.has(n)) drawRing(ctx, actors[n], actors[n].x, actors[n].y, radius(n, scale) / scale, scale, colour, width);
  }
  drawTexts(ctx, scale);
  box.dataset.drawn = String(Number(box.dataset.drawn || 0) + 1);
}

function veil(ctx) {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 0.86;
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
}

/** Names, strands and counts for the labels, in order of weight, with places in pixels of the screen. */
function drawTexts(ctx, scale) {
  const { clientWidth: width, clientHeight: height } = box;
  const { x: tx, y: ty } = network.body.view.translation;
  const near = [...visible].filter((n) => !lit || lit.actors.has(n)).map((n) => {
    const actor = actors[n];
    return { n, actor, x: actor.x * scale + tx, y: actor.y * scale + ty, r: radius(n, scale) };
  }).filter(({ x, y }) => x > -20 && y > -20 && x < width + 20 && y < height + 20);
  near.sort((p, q) => (q.n === chosen) - (p.n === chosen) || (q.n === cursor) - (p.n === cursor) || q.actor.rank - p.actor.rank || p.n - q.n);
  const texts = near.slice(0, MOST_NAMES).map(nameText).concat(strandTexts(scale, tx, ty), countTexts(scale, tx, ty));
  placedLabels = placed(texts, near.slice(0, 1500), width, height, FIRST_NAMES);
  drawLabels(ctx, placedLabels, scale, tx, ty);
}

function countTexts(scale, tx, ty) {
  if (farOff(scale)) return [];
  const texts = [];
  for (const [key, present] of shown) {
    if (present.length < 2 || unfolded.includes(key) || (lit && !lit.pairs.has(key))) continue;
    const { a, b } = pairs.get(key);
    if (Math.hypot(actors[a].x - actors[b].x, actors[a].y - actors[b].y) * scale < 80) continue;
    const x = ((actors[a].x + actors[b].x) / 2) * scale + tx;
    const y = ((actors[a].y + actors[b].y) / 2) * scale + ty;
    texts.push(countText(present.length, drawn.get(key).step, x, y));
    if (texts.length > MOST_COUNTS) break;
  }
  return texts;
}

function strandTexts(scale, tx, ty) {
  return [...strands].map(([id, strand], n) => {
    const point = network.body.edges[id]?.edgeType.getPoint(0.5 + ((n % 3) - 1) * 0.07) || { x: 0, y: 0 };
    return strandText(strand, point.x * scale + tx, point.y * scale + ty);
  });
}

function farOff(scale) {
  return pairs.size > MANY_LINES && scale < fitScale * 2;
}

function motion(duration) {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration, easingFunction: "easeInOutQuad" };
}
