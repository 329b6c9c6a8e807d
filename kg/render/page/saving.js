// Saves the view as PNG, SVG or CSV, through the browser's own download.

import { el, svg } from "./dom.js";
import { picture, scene } from "./graph.js";
import { corners, insignia } from "./shapes.js";
import { asCsv } from "./table.js";
import { theme } from "./theme.js";

const DASHES = { planned: "7 5", possible: "1.5 4.5", negated: "1.5 4.5" };

export function savePng() {
  picture().toBlob((blob) => offer(blob, "png"), "image/png");
}

export function saveSvg() {
  const text = new XMLSerializer().serializeToString(drawing());
  offer(new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', text, "\n"], { type: "image/svg+xml" }), "svg");
}

export function saveCsv(indexes) {
  offer(new Blob(["\ufeff", asCsv(indexes)], { type: "text/csv" }), "csv");
}

function offer(blob, ending) {
  const name = (document.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "graph").slice(0, 60);
  const link = el("a", { href: URL.createObjectURL(blob), download: `${name}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** The graph as it stands on the screen, in lines, shapes and text. */
export function drawing() {
  const { width, height, lines, actors, labels } = scene();
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": theme.font },
    svg("title", {}, document.title),
    svg("rect", { width, height, fill: theme.ground }),
    svg("g", { fill: "none", "stroke-linecap": "round" }, lines.flatMap(lineMarks)),
    svg("g", {}, actors.map(actorMarks)),
    svg("g", { "paint-order": "stroke", "stroke-width": 3.5, "stroke-linejoin": "round" }, labels.map((label) =>
      svg("text", { x: label.left.toFixed(1), y: (label.top + label.height * 0.78).toFixed(1), "font-size": label.size, "font-weight": label.weight, fill: label.colour, stroke: theme.ground }, label.text))));
}

function lineMarks(line) {
  const { from, to, rA, rB, px, step, status, forth, back } = line;
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / long, (to.y - from.y) / long];
  const a = { x: from.x + ux * rA, y: from.y + uy * rA };
  const b = { x: to.x - ux * rB, y: to.y - uy * rB };
  const colour = theme.steps[step];
  const f = (n) => n.toFixed(1);
  const head = (tip, dx, dy) => {
    const size = 5 + px * 1.6;
    const base = { x: tip.x - dx * size, y: tip.y - dy * size };
    const points = [[tip.x, tip.y], [base.x - dy * size * 0.4, base.y + dx * size * 0.4], [base.x + dy * size * 0.4, base.y - dx * size * 0.4]];
    return svg("polygon", { points: points.map((point) => point.map(f).join(",")).join(" "), fill: colour });
  };
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return [
    svg("line", { x1: f(a.x), y1: f(a.y), x2: f(b.x), y2: f(b.y), stroke: colour, "stroke-width": px.toFixed(2), "stroke-dasharray": DASHES[status] }),
    forth && head(b, ux, uy),
    back && head(a, -ux, -uy),
    status === "negated" && svg("line", { x1: f(middle.x - uy * 6), y1: f(middle.y + ux * 6), x2: f(middle.x + uy * 6), y2: f(middle.y - ux * 6), stroke: colour, "stroke-width": 2 }),
  ];
}

function actorMarks({ actor, x, y, r }) {
  const points = corners(actor.kind, x, y, r);
  const paint = { fill: theme.kinds[actor.kind], stroke: theme.ground, "stroke-width": 1.5 };
  const text = insignia(actor);
  const size = Math.min(r * 0.92, (r * 2.1) / Math.max(2, text.length));
  return svg("g", {}, svg("title", {}, actor.label),
    points.length ? svg("polygon", { points: points.map((point) => point.map((n) => n.toFixed(1)).join(",")).join(" "), ...paint }) : svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1), ...paint }),
    text && size >= 7 && svg("text", { x: x.toFixed(1), y: (y + size * 0.36).toFixed(1), "font-size": size.toFixed(1), "font-weight": 600, "text-anchor": "middle", fill: theme.onKind }, text));
}
