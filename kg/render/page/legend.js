// The legend: shapes of actors, the colour scale, dashes.

import { actors } from "./data.js";
import { byId, clear, el, svg } from "./dom.js";
import { corners } from "./shapes.js";
import { words } from "./words.js";

export function showLegend() {
  const kinds = ["person", "state", "organisation", "group", "place"].filter((kind) => actors.some((actor) => actor.kind === kind));
  clear(byId("legend-body"),
    el("ul", { class: "legend-kinds" }, kinds.map((kind) => el("li", {}, shape(kind), words.kinds[kind]))),
    el("div", { class: "legend-scale" }, el("span", {}, words.cooperation),
      el("span", { class: "ramp", role: "img", "aria-label": words.lineScale }, Array.from({ length: 7 }, (_, n) => el("i", { class: `step-${n}` }))),
      el("span", {}, words.conflict)),
    el("ul", { class: "legend-lines" }, ["actual", "planned", "possible", "negated"].map((status) =>
      el("li", {}, el("span", { class: `sample ${status}`, "aria-hidden": "true" }), words.states[status]))));
}

export function shape(kind) {
  const points = corners(kind, 8, 8, 6);
  const form = points.length ? svg("polygon", { points: points.map((point) => point.map((c) => c.toFixed(1)).join(",")).join(" ") }) : svg("circle", { cx: 8, cy: 8, r: 6 });
  return svg("svg", { class: `shape ${kind}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, form);
}
