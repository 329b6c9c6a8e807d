// How two actors are linked: the shortest chains of pairs, the best documented first.

import { events, pairs } from "./data.js";

const LONGEST = 6;
const MOST = 5;
const LIMIT = 20000;

/** Up to five chains of actor indexes from `from` to `to` over the shown pairs, none longer than one step more than
 * the shortest. */
export function chains(from, to, shown) {
  if (from === to) return [];
  const near = new Map();
  const link = (a, b, key) => (near.get(a) || near.set(a, []).get(a)).push([b, key]);
  for (const key of shown.keys()) {
    const { a, b } = pairs.get(key);
    link(a, b, key);
    link(b, a, key);
  }
  const far = distances(to, near);
  const shortest = far.get(from);
  if (shortest === undefined || shortest > LONGEST) return [];
  const found = [];
  let tries = 0;
  const walk = (chain, keys, room) => {
    const last = chain[chain.length - 1];
    if (last === to) {
      found.push({ actors: [...chain], pairs: [...keys], weight: weigh(keys, shown) });
      return;
    }
    for (const [next, key] of near.get(last) || []) {
      if ((tries += 1) > LIMIT) return;
      if (chain.includes(next) || (far.get(next) ?? Infinity) >= room) continue;
      walk([...chain, next], [...keys, key], room - 1);
    }
  };
  walk([from], [], shortest);
  if (found.length < MOST) {
    found.length = 0;
    tries = 0;
    walk([from], [], shortest + 1);
  }
  found.sort((x, y) => x.pairs.length - y.pairs.length || y.weight - x.weight || compare(x.actors, y.actors));
  return found.slice(0, MOST);
}

function distances(start, near) {
  const far = new Map([[start, 0]]);
  let edge = [start];
  while (edge.length) {
    const next = [];
    for (const n of edge) {
      for (const [other] of near.get(n) || []) {
        if (!far.has(other)) {
          far.set(other, far.get(n) + 1);
          next.push(other);
        }
      }
    }
    edge = next;
  }
  return far;
}

/** A chain is as well documented as its weakest pair. */
function weigh(keys, shown) {
  return Math.min(...keys.map((key) => shown.get(key).reduce((sum, n) => sum + events[n].sources, 0)));
}

function compare(x, y) {
  for (let n = 0; n < x.length && n < y.length; n += 1) if (x[n] !== y[n]) return x[n] - y[n];
  return 0;
}
