// Unpacks the rows that kg/render/payload.py wrote, and indexes them by actor and by pair.

const DAY = 86400000;
const raw = JSON.parse(document.getElementById("data").textContent);
const ROLES = { s: "subject", o: "object", t: "trigger" };

export const predicates = raw.predicates;
export const articles = raw.articles;
export const leftOut = raw.left_out;
export const served = raw.served === true;
export const actors = raw.actors.map((actor, i) => ({ aliases: [], offices: [], flag: "", ...actor, i, events: [] }));
export const events = raw.events.map(unpackEvent);
export const pairs = new Map();
export const actorById = new Map(actors.map((actor) => [actor.id, actor]));
export const eventById = new Map(events.map((event) => [event.id, event]));

for (const event of events) {
  for (const n of event.parties) actors[n].events.push(event.i);
  for (const [a, b] of event.dyads) {
    const key = pairKey(a, b);
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { key, a: Math.min(a, b), b: Math.max(a, b), events: [] }));
    if (pair.events[pair.events.length - 1] !== event.i) pair.events.push(event.i);
  }
}

export function pairKey(a, b) {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

/** Where a served page gets all events of an actor, by any of its names. */
export function addressOf(name) {
  return `./?actor=${encodeURIComponent(name)}`;
}

export function outletsOf(event) {
  return new Set(event.tellings.map((telling) => telling.article.publisher || telling.article.title));
}

/** Days since 1970 of an ISO date, month or year; null where there is none. */
export function dayOf(date) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date || "");
  return found ? Math.round(Date.UTC(+found[1], (found[2] || 1) - 1, +(found[3] || 1)) / DAY) : null;
}

export function dateOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function unpackEvent(row, i) {
  const [id, predicate, subjects, objects, status, date, precision, place, topic, sources, disputed, tellings] = row;
  return {
    i, id, subjects, objects, status, date, precision, place, topic, sources,
    predicate: predicates[predicate],
    disputed: disputed === 1,
    day: dayOf(date),
    parties: [...new Set([...subjects, ...objects])],
    dyads: dyadsOf(subjects, objects),
    tellings: tellings.map(unpackTelling),
  };
}

function dyadsOf(subjects, objects) {
  if (objects.length) return subjects.flatMap((s) => objects.filter((o) => o !== s).map((o) => [s, o]));
  return subjects.flatMap((a, n) => subjects.slice(n + 1).map((b) => [a, b]));
}

function unpackTelling([article, sentence, status, claimant, marks]) {
  const unpacked = [];
  for (let n = 0; n < marks.length; n += 3) {
    unpacked.push({ start: marks[n], end: marks[n + 1], role: ROLES[marks[n + 2]] });
  }
  return { article: articles[article], sentence: raw.sentences[sentence], status, claimant, marks: unpacked };
}
