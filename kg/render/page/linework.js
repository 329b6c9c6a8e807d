// The course of a line from rim to rim, with its heads and its bar; drawn on a canvas in few strokes.

const AT_ONCE = 160;
const BARRED = [0.14, 0.86];
const HALF_BAR = 6;

/** `line` has ends {x, y}, radii `rA` and `rB`, `px`, `bend` (by which part of its length its middle stands aside),
 * `forth`, `back` and `status`, all in pixels. Gives start, end and control point, the point `at` each part of the way, heads as triangles,
 * and the bars, which stand away from the middle, where a text may be. */
export function courseOf({ from, to, rA, rB, px, bend = 0, forth, back, status }) {
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / long, (to.y - from.y) / long];
  const control = { x: (from.x + to.x) / 2 - uy * 2 * bend * long, y: (from.y + to.y) / 2 + ux * 2 * bend * long };
  const size = Math.min(5 + px * 1.6, long / 3);
  const [start, backHead] = endAt(from, control, rA, back ? size : 0);
  const [end, forthHead] = endAt(to, control, rB, forth ? size : 0);
  const at = (t) => ({ x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * control.x + t * t * end.x, y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * control.y + t * t * end.y });
  const barAt = ({ x, y }) => [{ x: x - uy * HALF_BAR, y: y + ux * HALF_BAR }, { x: x + uy * HALF_BAR, y: y - ux * HALF_BAR }];
  const bars = status === "negated" ? BARRED.map((part) => barAt(at(part))) : [];
  return { start, end, control, at, heads: [backHead, forthHead].filter(Boolean), bars };
}

function endAt(point, control, r, size) {
  const long = Math.hypot(control.x - point.x, control.y - point.y) || 1;
  const [dx, dy] = [(control.x - point.x) / long, (control.y - point.y) / long];
  const at = (away, aside) => ({ x: point.x + dx * away - dy * aside, y: point.y + dy * away + dx * aside });
  if (!size) return [at(r, 0), null];
  return [at(r + size * 0.9, 0), [at(r + 1, 0), at(r + size, size * 0.4), at(r + size, -size * 0.4)]];
}

/** Draws lines in their order within each look; `heads` false leaves out heads and bars, for a crowd seen from afar. */
export function drawLines(ctx, lines, { colours, dashes, heads = true }) {
  const looks = new Map();
  for (const line of lines) {
    const look = `${line.step} ${line.status} ${Math.max(0.25, Math.round(line.px * 4) / 4)}`;
    if (looks.has(look)) looks.get(look).push(line);
    else looks.set(look, [line]);
  }
  ctx.lineCap = "butt";
  for (const alike of [...looks.values()].sort((x, y) => x[0].px - y[0].px)) {
    const { step, status, px } = alike[0];
    ctx.strokeStyle = ctx.fillStyle = colours[step];
    ctx.lineWidth = px;
    for (let n = 0; n < alike.length; n += AT_ONCE) {
      const some = alike.slice(n, n + AT_ONCE);
      const courses = heads ? some.map(courseOf) : null;
      ctx.setLineDash(dashes[status] || []);
      ctx.beginPath();
      if (!heads) for (const { from, to } of some) ctx.moveTo(from.x, from.y), ctx.lineTo(to.x, to.y);
      else for (const { start, control, end } of courses) ctx.moveTo(start.x, start.y), ctx.quadraticCurveTo(control.x, control.y, end.x, end.y);
      ctx.stroke();
      if (heads) drawHeads(ctx, courses);
    }
  }
  ctx.setLineDash([]);
}

function drawHeads(ctx, courses) {
  ctx.beginPath();
  for (const { heads } of courses) {
    for (const [tip, left, right] of heads) {
      ctx.moveTo(tip.x, tip.y);
      ctx.lineTo(left.x, left.y);
      ctx.lineTo(right.x, right.y);
      ctx.closePath();
    }
  }
  ctx.fill();
  ctx.setLineDash([]);
  ctx.beginPath();
  for (const [from, to] of courses.flatMap(({ bars }) => bars)) ctx.moveTo(from.x, from.y), ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

/** How far a point is from a line, in pixels. */
export function distanceTo(line, { x, y }) {
  if (!line.bend) return toSegment(line.from, line.to, x, y);
  const { at, start } = courseOf(line);
  let least = Infinity;
  let last = start;
  for (let t = 0.1; t < 1.01; t += 0.1) {
    const next = at(t);
    least = Math.min(least, toSegment(last, next, x, y));
    last = next;
  }
  return least;
}

function toSegment(a, b, x, y) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a.x + t * dx - x, a.y + t * dy - y);
}
