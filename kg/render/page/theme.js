// The page's colours and typefaces as the canvas needs them, read from the style sheet, light or dark.

export const theme = { steps: [], kinds: {} };
const changed = [];

export function onThemeChange(listener) {
  changed.push(listener);
}

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  for (const name of ["ground", "paper", "ink", "soft", "line", "accent", "focus"]) theme[name] = value(`--${name}`);
  theme.onKind = value("--on-kind");
  theme.steps = Array.from({ length: 7 }, (_, n) => value(`--step-${n}`));
  for (const kind of ["person", "state", "organisation", "group", "place"]) theme.kinds[kind] = value(`--kind-${kind}`);
  theme.font = value("--sans");
}

function apply() {
  readTheme();
  for (const listener of changed) listener();
}

/** Paper is always light, whatever the screen is. */
function paper(printing) {
  if (printing) document.documentElement.dataset.paper = "";
  else delete document.documentElement.dataset.paper;
  apply();
}

readTheme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
window.addEventListener("beforeprint", () => paper(true));
window.addEventListener("afterprint", () => paper(false));
