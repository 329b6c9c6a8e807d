// Draws one actor: a shape for its kind; flag, code or initials inside.

import { flagOf } from "./flags.js";
import { theme } from "./theme.js";

const SMALLEST_TEXT = 8.5;
const SMALLEST_FLAG = 6;
const FLAG = /^\p{RI}/u;

/** Traces the outline of a kind of actor around (x, y); r is the radius of a circle of about the same area. */
export function outline(ctx, kind, x, y, r) {
  ctx.beginPath();
  for (const [n, [px, py]] of corners(kind, x, y, r).entries()) {
    if (n === 0) ctx.moveTo(px, py);
    else ctx.lineTo(px, py);
  }
  if (kind === "person") ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.closePath();
}

/** The corners of a kind's shape; none for the circle of a person. */
export function corners(kind, x, y, r) {
  if (kind === "state") return polygon(4, x, y, r * 1.25, Math.PI / 4);
  if (kind === "organisation") return polygon(6, x, y, r * 1.1, 0);
  if (kind === "group") return polygon(4, x, y, r * 1.25, 0);
  if (kind === "place") return polygon(3, x, y, r * 1.25, Math.PI / 2);
  return [];
}

function polygon(count, x, y, r, turn) {
  return Array.from({ length: count }, (_, n) => {
    const angle = turn + (n * 2 * Math.PI) / count;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
}

/** Two initials of a person, otherwise the flag of the actor, or its code. */
export function insignia(actor) {
  if (actor.kind !== "person") return flagOf(actor) || actor.code;
  const letters = actor.label.split(/[\s-]+/).map((word) => [...word][0]).filter((letter) => /\p{L}/u.test(letter || ""));
  return letters.length > 1 ? letters[0] + letters[letters.length - 1] : letters.join("");
}

/** The height of what is written in an actor of radius `r`: flags are one sign of two units each. */
export function sizeOf(text, r) {
  return FLAG.test(text) ? r * 1.25 : Math.min(r * 0.92, (r * 2.1) / Math.max(2, text.length));
}

/** `scale` is pixels per unit of the canvas; text smaller than can be read is not drawn. */
export function drawActor(ctx, actor, x, y, r, scale) {
  const text = insignia(actor);
  outline(ctx, actor.kind, x, y, r);
  ctx.fillStyle = theme.kinds[actor.kind];
  ctx.fill();
  if (r * scale > 3) {
    ctx.lineWidth = Math.min(1.5, r * scale * 0.2) / scale;
    ctx.strokeStyle = theme.ground;
    ctx.stroke();
  }
  const size = sizeOf(text, r);
  if (text && size * scale >= (FLAG.test(text) ? SMALLEST_FLAG : SMALLEST_TEXT)) {
    ctx.font = `600 ${size}px ${theme.font}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillStyle = theme.onKind;
    ctx.fillText(text, x, y + size * (actor.kind === "place" ? -0.1 : 0.06));
  }
}

/** A ring around an actor: the keyboard's cursor, or what is selected. */
export function drawRing(ctx, actor, x, y, r, scale, colour, width) {
  outline(ctx, actor.kind, x, y, r + 3.5 / scale);
  ctx.lineWidth = width / scale;
  ctx.strokeStyle = colour;
  ctx.stroke();
}
