// Flags: emoji of the system where its fonts have them, otherwise the letters of the code.

const A = 0x1f1e6;

function emoji(code) {
  return String.fromCodePoint(...[...code].map((letter) => A + letter.charCodeAt(0) - 65));
}

/** Whether the system draws flags: that of France has red and blue in it; fonts without flags write two letters. */
export const flagsDrawn = (() => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 32;
  const ctx = canvas.getContext("2d", { willReadFrequently: true });
  ctx.font = "24px sans-serif";
  ctx.fillText(emoji("FR"), 0, 26);
  const { data } = ctx.getImageData(0, 0, 32, 32);
  let [red, blue] = [false, false];
  for (let n = 0; n < data.length; n += 4) {
    const [r, , b, opaque] = data.subarray(n, n + 4);
    if (opaque < 128) continue;
    red ||= r - b > 80;
    blue ||= b - r > 40;
  }
  return red && blue;
})();

/** The flag of an actor as text, or an empty one where it has none or the system draws none. */
export function flagOf(actor) {
  return flagsDrawn && actor.flag ? emoji(actor.flag) : "";
}
