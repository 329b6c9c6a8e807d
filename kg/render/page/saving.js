// Saves the view as PNG, SVG or CSV, through the browser's own download.

import { el, svg } from "./dom.js";
import { actors } from "./data.js";
import { labelsShown, picture, seen } from "./canvas.js";
import { radius, room, whereOnScreen } from "./camera.js";
import { DASHES } from "./lines.js";
import { courseOf } from "./linework.js";
import { scene, stands } from "./scene.js";
import { corners, insignia, sizeOf } from "./shapes.js";
import { asCsv } from "./table.js";
import { theme } from "./theme.js";

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
  const { width, height } = room();
  const { lit, visible, lines, strands } = scene;
  const shown = [...visible].filter((n) => !lit || lit.actors.has(n)).sort((a, b) => actors[a].rank - actors[b].rank || a - b);
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": theme.font },
    svg("title", {}, document.title),
    svg("rect", { width, height, fill: theme.ground }),
    svg("g", { fill: "none" }, lines.filter(({ key }) => stands(key)).concat(strands).flatMap(lineMarks)),
    svg("g", {}, shown.map(actorMarks)),
    svg("g", { "paint-order": "stroke", "stroke-width": 3.5, "stroke-linejoin": "round" }, labelsShown().map((label) =>
      svg("text", { x: label.left.toFixed(1), y: (label.top + label.height * 0.78).toFixed(1), "font-size": label.size, "font-weight": label.weight, fill: label.colour, stroke: theme.ground }, label.text))));
}

function lineMarks(line) {
  const placed = seen(line);
  const { start, control, end, heads, bars } = courseOf(placed);
  const colour = theme.steps[line.step];
  const at = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const paint = { stroke: colour, "stroke-width": placed.px.toFixed(2) };
  return [
    svg("path", { d: `M${at(start)}Q${at(control)} ${at(end)}`, ...paint, "stroke-dasharray": DASHES[line.status] && DASHES[line.status].join(" ") }),
    ...heads.map((points) => svg("polygon", { points: points.map(at).join(" "), fill: colour })),
    ...bars.map(([one, other]) => svg("path", { d: `M${at(one)}L${at(other)}`, ...paint })),
  ];
}

function actorMarks(n) {
  const actor = actors[n];
  const { x, y } = whereOnScreen(n);
  const r = radius(n);
  const points = corners(actor.kind, x, y, r);
  const paint = { fill: theme.kinds[actor.kind], stroke: theme.ground, "stroke-width": 1.5 };
  const text = insignia(actor);
  const size = sizeOf(text, r);
  return svg("g", {}, svg("title", {}, actor.label),
    points.length ? svg("polygon", { points: points.map((point) => point.map((n) => n.toFixed(1)).join(",")).join(" "), ...paint }) : svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1), ...paint }),
    text && size >= 7 && svg("text", { x: x.toFixed(1), y: (y + size * 0.36).toFixed(1), "font-size": size.toFixed(1), "font-weight": 600, "text-anchor": "middle", fill: theme.onKind }, text));
}
