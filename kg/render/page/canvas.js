// Draws the scene on vis-network's canvas: lines below the actors; highlights, rings and names above them.

import { actors } from "./data.js";
import { byId } from "./dom.js";
import { lineFactor, nearness, radius, room, sight } from "./camera.js";
import { DASHES } from "./lines.js";
import { courseOf, drawLines } from "./linework.js";
import { countText, drawLabels, nameText, strandText } from "./texts.js";
import { placed } from "./labels.js";
import { drawActor, drawRing } from "./shapes.js";
import { scene, stands } from "./scene.js";
import { theme } from "./theme.js";

const MANY_LINES = 2500;
const FIRST_NAMES = 24;
const MOST_NAMES = 400;
const MOST_COUNTS = 300;
const box = byId("graph");
const layer = document.createElement("canvas");
let layered = null;
let labels = [];

export function labelsShown() {
  return labels;
}

/** A line with its ends and width in pixels, as it is seen now. */
export function seen(line) {
  const { scale, tx, ty } = sight();
  const at = (n) => ({ x: actors[n].x * scale + tx, y: actors[n].y * scale + ty });
  return { ...line, from: at(line.a), to: at(line.b), px: line.width * lineFactor(), rA: radius(line.a), rB: radius(line.b) };
}

/** A crowd of lines has no heads and counts from afar: they would be specks. */
function crowded() {
  return scene.lines.length > MANY_LINES && nearness() < 2;
}

/** All lines, kept as a picture: while the view moves it is moved along, and drawn anew when the view rests. */
export function drawGround(ctx, moving) {
  const ratio = ratioOf(ctx);
  const now = { ...sight(), width: ctx.canvas.width / ratio, height: ctx.canvas.height / ratio, ratio, version: scene.version };
  const same = layered && ["width", "height", "ratio", "version"].every((name) => layered[name] === now[name]);
  const still = same && ["scale", "tx", "ty"].every((name) => layered[name] === now[name]);
  if (!still && !(same && moving && scene.lines.length > MANY_LINES)) {
    layer.width = ctx.canvas.width;
    layer.height = ctx.canvas.height;
    const ground = layer.getContext("2d");
    ground.scale(now.ratio, now.ratio);
    ground.globalAlpha = Math.max(0.16, Math.min(0.9, 30 / Math.sqrt(scene.lines.length)));
    const inSight = ({ from, to }) => Math.max(from.x, to.x) > 0 && Math.min(from.x, to.x) < now.width && Math.max(from.y, to.y) > 0 && Math.min(from.y, to.y) < now.height;
    const lines = scene.lines.filter((line) => line.key !== scene.unfolded).map(seen).filter(inSight);
    drawLines(ground, lines, { colours: theme.steps, dashes: DASHES, heads: !crowded() });
    layered = now;
  }
  inPixels(ctx, now.ratio, () => {
    const zoom = now.scale / layered.scale;
    ctx.drawImage(layer, now.tx - layered.tx * zoom, now.ty - layered.ty * zoom, now.width * zoom, now.height * zoom);
  });
}

/** Forgets the picture of the lines, as after a change of colours or of places. */
export function forgetGround() {
  layered = null;
}

export function drawOver(ctx) {
  const { scale } = sight();
  const ratio = ratioOf(ctx);
  const { lit, visible, strands, lines } = scene;
  if (lit) {
    inPixels(ctx, ratio, () => {
      ctx.globalAlpha = 0.86;
      ctx.fillStyle = theme.ground;
      ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
      ctx.globalAlpha = 1;
      drawLines(ctx, lines.filter(({ key }) => stands(key)).map(seen), { colours: theme.steps, dashes: DASHES });
    });
  }
  if (strands.length) inPixels(ctx, ratio, () => drawLines(ctx, strands.map(seen), { colours: theme.steps, dashes: DASHES }));
  const above = new Set(lit ? lit.actors : strands.flatMap(({ a, b }) => [a, b]));
  for (const n of above) if (visible.has(n)) drawActor(ctx, actors[n], actors[n].x, actors[n].y, radius(n) / scale, scale);
  for (const [n, colour, width] of [[scene.chosen, theme.ink, 2], [scene.cursor, theme.focus, 3]]) {
    if (n !== null && visible.has(n)) drawRing(ctx, actors[n], actors[n].x, actors[n].y, radius(n) / scale, scale, colour, width);
  }
  placeTexts();
  inPixels(ctx, ratio, () => drawLabels(ctx, labels));
  box.dataset.drawn = String(Number(box.dataset.drawn || 0) + 1);
}

/** Pixels of the canvas for one of the page: what vis-network's transformation has beyond its own scale. */
function ratioOf(ctx) {
  return ctx.getTransform().a / sight().scale;
}

function inPixels(ctx, ratio, draw) {
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw();
  ctx.restore();
}

/** Names, strands and counts for the labels, in order of weight, with places in pixels of the screen. */
function placeTexts() {
  const { scale, tx, ty } = sight();
  const { width, height } = room();
  const { lit, chosen, cursor } = scene;
  const near = [];
  for (const n of scene.visible) {
    if (lit && !lit.actors.has(n)) continue;
    const actor = actors[n];
    const [x, y] = [actor.x * scale + tx, actor.y * scale + ty];
    if (x > -20 && y > -20 && x < width + 20 && y < height + 20) near.push({ n, actor, x, y, r: radius(n) });
  }
  near.sort((p, q) => (q.n === chosen) - (p.n === chosen) || (q.n === cursor) - (p.n === cursor) || q.actor.rank - p.actor.rank || p.n - q.n);
  const texts = near.slice(0, MOST_NAMES).map(nameText).concat(strandTexts(), countTexts(scale));
  labels = placed(texts, near.slice(0, 1500).concat(controls()), width, height, FIRST_NAMES);
}

/** The buttons over the canvas, around which names are placed. */
function controls() {
  const { left, top } = box.getBoundingClientRect();
  return [...document.querySelectorAll(".zoom button, .drawn")].map((button) => button.getBoundingClientRect()).filter(({ width }) => width > 0)
    .map((rect) => ({ left: rect.left - left, top: rect.top - top, right: rect.right - left, bottom: rect.bottom - top, solid: true }));
}

function countTexts(scale) {
  if (crowded()) return [];
  const texts = [];
  for (const line of scene.lines) {
    if (line.count < 2 || !stands(line.key)) continue;
    const { a, b } = line;
    if (Math.hypot(actors[a].x - actors[b].x, actors[a].y - actors[b].y) * scale < 80) continue;
    const { from, to } = seen(line);
    texts.push(countText(line.count, line.step, (from.x + to.x) / 2, (from.y + to.y) / 2));
    if (texts.length > MOST_COUNTS) break;
  }
  return texts;
}

function strandTexts() {
  return scene.strands.map((strand) => {
    const { at } = courseOf(seen(strand));
    return strandText(strand, [0.5, 0.38, 0.62].map(at));
  });
}

/** The canvas as it stands, on its ground. */
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
