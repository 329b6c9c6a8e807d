// Chooses and places names and counts so that none lies over another: the most central first.

const GAP = 3;
const APART = 5;
const CELL = 64;

/** Places texts on a screen of the given size. `obstacles` are {x, y, r}, or {left, top, right, bottom, solid}, in pixels; `texts` are {text, x, y, r,
 * width, height, sides}, or have several `spots` instead of x and y; both in order of weight. No text lies over another
 * or over what is solid; the `first` texts may lie over obstacles of less weight where they have no other room. Returns
 * those that found room, with `left` and `top`. */
export function placed(texts, obstacles, width, height, first = 0) {
  const written = new Map();
  const blocked = new Map();
  for (const [order, obstacle] of obstacles.entries()) {
    const { x, y, r } = obstacle;
    if (obstacle.solid) enter(written, obstacle);
    else enter(blocked, { left: x - r, top: y - r, right: x + r, bottom: y + r, order });
  }
  const room = [];
  for (const [n, text] of texts.entries()) {
    const boxes = (text.spots || [text]).flatMap((spot) => text.sides.map((side) => boxAt({ ...text, x: spot.x, y: spot.y }, side))).filter((box) =>
      box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2 && !collides(written, box));
    const box = boxes.find((free) => !collides(blocked, free)) || (n < first ? leastCovering(blocked, boxes, n) : undefined);
    if (!box) continue;
    enter(written, { ...box, left: box.left - APART, right: box.right + APART });
    room.push({ ...text, left: box.left, top: box.top });
  }
  return room;
}

/** The box that lies over fewest obstacles, none of them of more weight than the text itself. */
function leastCovering(grid, boxes, order) {
  let best;
  let least = Infinity;
  for (const box of boxes) {
    const under = new Set([...cells(box)].flatMap((cell) => (grid.get(cell) || []).filter((other) => overlaps(box, other))));
    if (under.size < least && [...under].every((other) => other.order > order)) [best, least] = [box, under.size];
  }
  return best;
}

function boxAt({ x, y, r, width, height }, side) {
  const away = r + GAP;
  let left = x - width / 2;
  let top = y - height / 2;
  if (side === "below") top = y + away;
  else if (side === "above") top = y - away - height;
  else if (side === "right") left = x + away;
  else if (side === "left") left = x - away - width;
  return { left, top, right: left + width, bottom: top + height };
}

function* cells(box) {
  for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
    for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield x * 10007 + y;
  }
}

function enter(grid, box) {
  for (const cell of cells(box)) {
    const boxes = grid.get(cell);
    if (boxes) boxes.push(box);
    else grid.set(cell, [box]);
  }
}

function collides(grid, box) {
  for (const cell of cells(box)) {
    for (const other of grid.get(cell) || []) {
      if (overlaps(box, other)) return true;
    }
  }
  return false;
}

function overlaps(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
