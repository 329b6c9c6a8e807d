// The side panel: what is selected, its events in time order, each with its sentences.

import { actorById, actors, addressOf, eventById, events, pairKey, served } from "./data.js";
import { spoken } from "./dates.js";
import { announce, byId, clear, el, said } from "./dom.js";
import { actorButton, eventCard, listed, quotation } from "./evidence.js";
import { flagOf } from "./flags.js";
import { ALL, change, select, state } from "./state.js";
import { words } from "./words.js";

const AT_ONCE = 40;
const panel = byId("panel");
let picking = null;

/** The actor from whom a path is being picked, if any. */
export function pickingFrom() {
  return picking;
}

/** Asks for the other end of a path from an actor; null stops asking. */
export function pickFrom(id) {
  picking = id;
  if (id === null) return;
  const { label } = actorById.get(id);
  clear(panel, head(said(label), words.pathPick(label)));
  announce(words.pathPick(label));
  byId("search").focus();
}

/** Shows the selection; `passed` are the indexes of passing events, `found` the chains of a path. */
export function showPanel(passed, found) {
  const inView = new Set(passed);
  panel.scrollTop = 0;
  if (state.path) showPath(found, inView);
  else if (state.event) showEvent(eventById.get(state.event));
  else if (state.pair) showPair(state.pair, inView);
  else if (state.actor) showActor(actorById.get(state.actor), inView);
  else showWelcome(inView);
  document.body.classList.toggle("selected", Boolean(state.path || state.event || state.pair || state.actor));
}

function head(title, subtitle, ...rest) {
  return el("header", { class: "panel-head" },
    el("button", { type: "button", class: "icon close", "aria-label": words.close, title: words.close, onclick: () => select({ focus: false }) }, "×"),
    el("h2", { tabindex: "-1" }, title),
    subtitle && el("p", { class: "subtitle" }, subtitle),
    ...rest);
}

function showActor(actor, inView) {
  const told = actor.events.filter((n) => inView.has(n));
  const ties = new Map();
  for (const n of told) {
    for (const other of partnersIn(events[n], actor.i)) ties.set(other, (ties.get(other) || 0) + 1);
  }
  const most = [...ties].sort((a, b) => b[1] - a[1] || actors[b[0]].rank - actors[a[0]].rank).slice(0, 8);
  const counts = `${words.events(told.length)}, ${words.actors(ties.size)}`;
  const kind = [words.kinds[actor.kind], flagOf(actor) || actor.code].filter(Boolean).join(" · ");
  clear(panel,
    head(said(actor.label), [el("span", { class: `kind ${actor.kind}` }, kind), ` · ${counts}`],
      actor.offices.map((office) => el("p", { class: "office" }, said(office))),
      actor.aliases.length > 0 && el("p", { class: "aliases" }, `${words.aliases}: `, actor.aliases.slice(0, 6).flatMap((a, n) => (n ? [", ", said(a)] : [said(a)])))),
    el("div", { class: "actions" },
      el("button", { type: "button", "aria-pressed": String(state.focus), onclick: () => change({ focus: !state.focus }, { step: true }) },
        state.focus ? words.unfocus : words.focus),
      el("button", { type: "button", onclick: () => pickFrom(actor.id) }, words.pathFrom),
      served && el("a", { class: "button", href: addressOf(actor.label) }, words.loadActor)),
    told.length === 0 && actor.events.length > 0 && el("p", { class: "hint" }, words.noneShown(words.events(actor.events.length))),
    most.length > 0 && el("section", { class: "ties" }, el("h3", {}, words.ties, el("span", {}, words.eventsHead)),
      el("ul", {}, most.map(([n, count]) => el("li", {},
        el("button", { type: "button", class: "tie", onclick: () => select({ pair: [actor.id, actors[n].id] }) }, said(actors[n].label), el("span", {}, count)))))),
    eventList(told));
}

/** With whom an actor is tied by an event: not those who only stand on the same side. */
function partnersIn(event, n) {
  return new Set(event.dyads.filter((dyad) => dyad.includes(n)).map(([a, b]) => (a === n ? b : a)));
}

function showPair([a, b], inView) {
  const [first, second] = [actorById.get(a), actorById.get(b)];
  const both = first.events.filter((n) => inView.has(n) && events[n].dyads.some(([s, o]) => pairKey(s, o) === pairKey(first.i, second.i)));
  clear(panel,
    head([actorButton(first.i), ` ${words.between} `, actorButton(second.i)], words.events(both.length)),
    eventList(both));
}

function showEvent(event) {
  clear(panel,
    head(listed(event.parties.map(actorButton)), null),
    eventCard(event));
}

function showPath(found, inView) {
  const [from, to] = state.path.map((id) => actorById.get(id));
  clear(panel,
    head(words.pathBetween(from.label, to.label), found.length ? words.shorterFirst : words.noPath),
    found.map((chain, n) => el("details", { class: "chain", open: n === 0 },
      el("summary", {}, el("b", {}, words.hops(chain.pairs.length)), " ", chain.actors.flatMap((i, at) => (at ? [" → ", said(actors[i].label)] : [said(actors[i].label)]))),
      chain.pairs.map((_, at) => hop(chain.actors[at], chain.actors[at + 1], inView)))));
}

function hop(a, b, inView) {
  const both = actors[a].events.filter((n) => inView.has(n) && events[n].dyads.some(([s, o]) => pairKey(s, o) === pairKey(a, b)));
  const best = both.reduce((x, y) => (events[y].sources > events[x].sources ? y : x), both[0]);
  return el("section", { class: "hop" },
    el("h3", {}, actorButton(a), " → ", actorButton(b)),
    el("p", { class: "detail" }, spoken(events[best].date, events[best].precision), " · ", events[best].predicate.label, " · ",
      el("button", { type: "button", class: "link", onclick: () => select({ pair: [actors[a].id, actors[b].id] }) }, words.events(both.length))),
    events[best].tellings.slice(0, 1).map(quotation));
}

function showWelcome(inView) {
  const central = actors.filter((actor) => actor.events.some((n) => inView.has(n))).sort((a, b) => b.rank - a.rank || a.i - b.i);
  clear(panel,
    el("header", { class: "panel-head" }, el("h2", { tabindex: "-1" }, words.welcome),
      el("p", { class: "subtitle" }, `${words.events(inView.size)} · ${words.actors(central.length)}`)),
    el("p", { class: "hint" }, words.welcomeHint),
    state.drawn !== ALL && central.length > state.drawn && el("p", { class: "hint" }, words.drawnHint),
    el("section", { class: "ties" }, el("h3", {}, words.mostCentral, el("span", {}, words.eventsHead)),
      el("ol", {}, central.slice(0, 12).map((actor) => el("li", {},
        el("button", { type: "button", class: "tie", onclick: () => select({ actor: actor.id }) }, said(actor.label),
          el("span", {}, actor.events.filter((n) => inView.has(n)).length)))))));
}

function eventList(indexes) {
  const ordered = [...indexes].sort((a, b) => (events[a].day ?? Infinity) - (events[b].day ?? Infinity) || a - b);
  const list = el("section", { class: "events", "aria-label": words.events(ordered.length) });
  const extend = (start) => {
    list.append(...ordered.slice(start, start + AT_ONCE).map((n) => eventCard(events[n])));
    const left = ordered.length - start - AT_ONCE;
    if (left <= 0) return;
    const more = el("button", { type: "button", class: "more", onclick: () => { more.remove(); extend(start + AT_ONCE); } }, words.more(Math.min(AT_ONCE, left), left));
    list.append(more);
  };
  extend(0);
  return list;
}
