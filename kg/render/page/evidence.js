// One event with its evidence, and the sentences in which actors and trigger are marked.

import { actors } from "./data.js";
import { spoken } from "./dates.js";
import { el, said } from "./dom.js";
import { select } from "./state.js";
import { words } from "./words.js";

export function actorButton(n) {
  const actor = actors[n];
  return el("button", { type: "button", class: "link", onclick: () => select({ actor: actor.id }) }, said(actor.label));
}

export function listed(parts) {
  return parts.flatMap((part, n) => (n === 0 ? [part] : [n === parts.length - 1 ? ` ${words.between} ` : ", ", part]));
}

/** A card: date, who did what to whom, status, claimant, and each sentence that tells it. */
export function eventCard(event, { level = 3 } = {}) {
  const detail = [event.topic && [`${words.topic} `, said(event.topic)], event.place && [`${words.at} `, said(event.place)]].filter(Boolean);
  const who = event.objects.length ? event.subjects : event.subjects.slice(0, 1);
  const whom = event.objects.length ? event.objects : event.subjects.slice(1);
  return el("article", { class: `card step-${event.predicate.step}`, "data-event": event.id },
    el("p", { class: "when" },
      el("time", { datetime: event.date || false }, spoken(event.date, event.precision)),
      chip(event),
      el("span", { class: "outlets" }, words.outlets(event.sources))),
    el(`h${level}`, {}, listed(who.map(actorButton)), " ", el("span", { class: `did ${event.disputed ? "" : event.status}` }, event.predicate.label), " ",
      listed(whom.map(actorButton))),
    detail.length > 0 && el("p", { class: "detail" }, detail.flatMap((part, n) => (n ? [" · ", ...part] : part))),
    event.disputed ? disputed(event) : event.tellings.map(quotation));
}

function chip(event) {
  if (event.disputed) return el("span", { class: "chip disputed" }, words.disputed);
  return words.chips[event.status] ? el("span", { class: `chip ${event.status}` }, words.chips[event.status]) : null;
}

function disputed(event) {
  const column = (heading, tellings) => el("div", {}, el("p", { class: "side" }, heading), tellings.map(quotation));
  return el("div", { class: "sides" },
    column(words.says, event.tellings.filter((telling) => telling.status !== "negated")),
    column(words.denies, event.tellings.filter((telling) => telling.status === "negated")));
}

export function quotation(telling) {
  const { article } = telling;
  const title = said(article.title || words.untitled);
  return el("figure", { class: "telling" },
    el("blockquote", { dir: "auto" }, marked(telling)),
    el("figcaption", {},
      telling.claimant && [el("span", { class: "claimant" }, `${words.accordingTo} `, said(telling.claimant)), " · "],
      article.url ? el("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, title) : title,
      article.publisher && [" · ", said(article.publisher)],
      article.date && [" · ", el("time", { datetime: article.date }, spoken(article.date))]));
}

/** The sentence with its marks; offsets count characters as Python does, not UTF-16 units. */
function marked({ sentence, marks }) {
  const letters = Array.from(sentence);
  const parts = [];
  let at = 0;
  for (const { start, end, role } of marks) {
    parts.push(letters.slice(at, start).join(""), el("mark", { class: role }, letters.slice(start, end).join("")));
    at = end;
  }
  return [...parts, letters.slice(at).join("")].filter((part) => part !== "");
}
