// The search field: suggestions by name and alias, chosen by pointer or keys.

import { actors, addressOf, served } from "./data.js";
import { byId, clear, el, said } from "./dom.js";
import { flagOf } from "./flags.js";
import { words } from "./words.js";

const MOST = 9;
const field = byId("search");
const list = byId("suggestions");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const names = actors.map((actor) => [actor.label, ...actor.aliases].map((name) => [name, plain(name)]));
let offered = [];
let at = -1;

/** Actors whose name or alias has the text at its start, at the start of a word, or within, in that order. */
export function suggestions(text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  const found = [];
  for (const actor of actors) {
    let best = null;
    for (const [n, [name, form]] of names[actor.i].entries()) {
      const where = form.indexOf(wanted);
      if (where < 0) continue;
      const quality = (where === 0 ? 0 : /[\s-]/.test(form[where - 1]) ? 1 : 2) + (n > 0 ? 0.5 : 0);
      if (!best || quality < best.quality) best = { actor, quality, alias: n > 0 ? name : null };
    }
    if (best) found.push(best);
  }
  return found.sort((x, y) => x.quality - y.quality || y.actor.rank - x.actor.rank || x.actor.i - y.actor.i).slice(0, MOST);
}

export function setUpSearch(choose) {
  field.addEventListener("input", () => offer(field.value));
  field.addEventListener("focus", () => field.value && offer(field.value));
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (press) => {
    if (press.key === "ArrowDown" || press.key === "ArrowUp") {
      press.preventDefault();
      move(press.key === "ArrowDown" ? 1 : -1);
    } else if (press.key === "Enter" && offered.length) {
      pick(offered[Math.max(0, at)]);
    } else if (press.key === "Escape") {
      if (list.hidden) field.blur();
      close();
      press.stopPropagation();
    }
  });
  const pick = ({ actor, ask }) => {
    field.value = "";
    close();
    if (actor) choose(actor);
    else location.assign(addressOf(ask));
  };
  list.addEventListener("pointerdown", (press) => {
    const option = press.target.closest("[role=option]");
    press.preventDefault();
    if (option?.dataset.at) pick(offered[Number(option.dataset.at)]);
  });
}

function offer(text) {
  offered = suggestions(text);
  if (served && text.trim()) offered.push({ ask: text.trim() });
  at = -1;
  clear(list,
    offered.map(({ actor, alias, ask }, n) =>
      el("li", { role: "option", id: `suggestion-${n}`, "data-at": n, "aria-selected": "false" },
        ask ? words.askServer(ask) : said(actor.label), alias && el("span", { class: "alias" }, said(alias)),
        actor && el("span", { class: "hint" }, [words.kinds[actor.kind], flagOf(actor)].filter(Boolean).join(" ")))),
    offered.length === 0 && el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "none" }, words.noSuggestion));
  list.hidden = !text.trim();
  field.setAttribute("aria-expanded", String(!list.hidden));
  field.removeAttribute("aria-activedescendant");
}

function move(step) {
  if (list.hidden) offer(field.value);
  if (!offered.length) return;
  at = (at + step + offered.length) % offered.length;
  for (const [n, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(n === at));
  field.setAttribute("aria-activedescendant", `suggestion-${at}`);
}

function close() {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
}
