// The filters: kinds of event, wording, status, kinds of actor, outlet, least number of outlets.

import { actors, articles, events, predicates } from "./data.js";
import { byId, clear, el } from "./dom.js";
import { change, classNames, filtered, resetFilters, state } from "./state.js";
import { words } from "./words.js";

const box = byId("filters");
const scoreOf = (name) => mean(predicates.filter((predicate) => predicate.class === name).map((predicate) => predicate.score));
const classes = [...classNames].sort((a, b) => scoreOf(b) - scoreOf(a) || (a < b ? -1 : 1));
const stepOf = (name) => predicates.find((predicate) => predicate.class === name).step;
const kinds = ["person", "state", "organisation", "group", "place"].filter((kind) => actors.some((actor) => actor.kind === kind));
const outlets = [...new Set(articles.map((article) => article.publisher).filter(Boolean))].sort();
const mostSources = events.reduce((most, event) => Math.max(most, event.sources), 1);
const perClass = new Map();
for (const event of events) perClass.set(event.predicate.class, (perClass.get(event.predicate.class) || 0) + 1);

function mean(numbers) {
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}

function toggled(list, name) {
  return list.includes(name) ? list.filter((other) => other !== name) : [...list, name];
}

export function showControls() {
  const focused = document.activeElement?.id;
  clear(box,
    group(words.classes, classes.map((name) => check(`class-${name}`, [swatch(name), words.classNames[name] || name, tally(perClass.get(name))],
      !state.hiddenClasses.includes(name), () => change({ hiddenClasses: toggled(state.hiddenClasses, name) }, { step: true })))),
    group(words.status, ["actual", "planned", "possible", "negated"].map((status) => check(`status-${status}`, [sample(status), capital(words.states[status])],
      state.statuses.includes(status), () => change({ statuses: toggled(state.statuses, status) }, { step: true })))),
    group(words.actorKinds, kinds.map((kind) => check(`kind-${kind}`, [words.kinds[kind]],
      !state.hiddenKinds.includes(kind), () => change({ hiddenKinds: toggled(state.hiddenKinds, kind) }, { step: true })))),
    choice("predicate", words.predicate, words.anyPredicate, [...predicates].sort((a, b) => (a.label < b.label ? -1 : 1)).map(({ name, label }) => [name, label])),
    outlets.length > 1 && choice("outlet", words.outlet, words.anyOutlet, outlets.map((name) => [name, name])),
    mostSources > 1 && el("label", { class: "field", for: "least" }, words.leastSources,
      el("select", { id: "least", onchange: (picked) => change({ least: Number(picked.target.value) }, { step: true }) },
        Array.from({ length: mostSources }, (_, n) => el("option", { value: n + 1, selected: state.least === n + 1 }, words.outlets(n + 1))))),
    el("button", { type: "button", id: "reset", disabled: !filtered(), onclick: resetFilters }, words.reset),
    " ", el("button", { type: "button", class: "done", onclick: () => toggleFilters(false) }, words.done));
  if (focused) byId(focused)?.focus();
  byId("show-filters").classList.toggle("on", filtered());
}

export function toggleFilters(open = box.hidden) {
  box.hidden = !open;
  byId("show-filters").setAttribute("aria-expanded", String(open));
}

function group(title, checks) {
  return el("fieldset", {}, el("legend", {}, title), checks);
}

function check(id, content, checked, onchange) {
  return el("label", { class: "check", for: id }, el("input", { type: "checkbox", id, checked, onchange }), content);
}

function choice(name, title, any, options) {
  return el("label", { class: "field", for: name }, title,
    el("select", { id: name, onchange: (picked) => change({ [name]: picked.target.value || null }, { step: true }) },
      el("option", { value: "" }, any), options.map(([value, label]) => el("option", { value, selected: state[name] === value }, label))));
}

function swatch(name) {
  return el("span", { class: `swatch step-${stepOf(name)}`, "aria-hidden": "true" });
}

function sample(status) {
  return el("span", { class: `sample ${status}`, "aria-hidden": "true" });
}

function tally(count) {
  return el("span", { class: "tally" }, count.toLocaleString("en"));
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
