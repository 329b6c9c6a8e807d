// What is written on the canvas: names of actors, counts of lines, wordings of strands.

import { theme } from "./theme.js";

const LONGEST = 32;
const widths = new Map();
const measure = document.createElement("canvas").getContext("2d");

export function nameText({ actor, x, y, r }) {
  const letters = [...actor.label];
  const text = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : actor.label;
  const size = Math.round(11 + 3.5 * actor.rank ** 0.6);
  return measured({ text, x, y, r, size, weight: actor.rank > 0.3 ? 600 : 400, colour: theme.ink, sides: ["below", "right", "left", "above"] });
}

export function countText(count, step, x, y) {
  return measured({ text: String(count), x, y, r: 0, size: 10.5, weight: 600, colour: theme.steps[step], sides: ["over"] });
}

export function strandText({ event, events }, spots) {
  const text = event.predicate.label + (events.length > 1 ? ` ×${events.length}` : "");
  return measured({ text, spots, r: 0, size: 11, weight: 600, colour: theme.steps[event.predicate.step], sides: ["over", "above", "below"] });
}

/** Writes placed texts, in pixels of the screen, on a halo of the ground. */
export function drawLabels(ctx, labels) {
  ctx.lineJoin = "round";
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = theme.ground;
  for (const { text, left, top, height, size, weight, colour } of labels) {
    ctx.font = `${weight} ${size}px ${theme.font}`;
    const y = top + height / 2;
    ctx.strokeText(text, left, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, left, y);
  }
}

/** A text, cut with an ellipsis where it takes more than `room` pixels. */
export function shortened(text, size, room) {
  const letters = [...text];
  const fits = (some) => measured({ text: some, size, weight: 400 }).width <= room;
  if (fits(text)) return text;
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("")}…`;
}

function measured(text) {
  const key = `${text.weight} ${text.size} ${text.text}`;
  let width = widths.get(key);
  if (width === undefined) {
    measure.font = `${text.weight} ${text.size}px ${theme.font}`;
    widths.set(key, (width = measure.measureText(text.text).width));
  }
  return { ...text, width, height: text.size * 1.25 };
}
