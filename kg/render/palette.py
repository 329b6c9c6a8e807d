"""The colours of a page, light and dark: one blue–orange scale from cooperation to conflict, and one hue a kind.

Blue against orange, growing darker (on dark ground: brighter) towards both ends, stays apart for readers who cannot
tell red from green; each kind of actor has its shape as well.
"""

from __future__ import annotations

from typing import Final

STEPS: Final = (6.0, 3.0, 0.5, -1.5, -3.0, -5.5)
"""Lower bounds of the first six of seven steps of the score, from cooperation to conflict."""

SCALE_LIGHT: Final = ("#134a8e", "#3d7bbf", "#7fa9d1", "#9a9a92", "#dba15f", "#c8691f", "#8f3403")
SCALE_DARK: Final = ("#8cc4ff", "#5f9fe6", "#5279a8", "#85878a", "#a67b4b", "#dd8a3e", "#ffb066")

LIGHT: Final = {
    "ground": "#fbfaf7",
    "paper": "#ffffff",
    "ink": "#1f2328",
    "soft": "#595f66",
    "line": "#dcd9d0",
    "accent": "#134a8e",
    "focus": "#0b62d6",
    "mark-subject": "#dbe8f7",
    "mark-object": "#fbe6cf",
    "mark-trigger": "#1f2328",
    "kind-person": "#5b4a87",
    "kind-state": "#243443",
    "kind-organisation": "#2d6e63",
    "kind-group": "#8a3f6b",
    "kind-place": "#6f6350",
    "on-kind": "#ffffff",
}
DARK: Final = {
    "ground": "#14171b",
    "paper": "#1c2026",
    "ink": "#e9e6df",
    "soft": "#a9adb3",
    "line": "#343a42",
    "accent": "#8cc4ff",
    "focus": "#8cc4ff",
    "mark-subject": "#1f3a59",
    "mark-object": "#56391c",
    "mark-trigger": "#e9e6df",
    "kind-person": "#b7a5e6",
    "kind-state": "#c9d3dd",
    "kind-organisation": "#7cc7b8",
    "kind-group": "#e39cc4",
    "kind-place": "#c6b899",
    "on-kind": "#14171b",
}


def step_of(score: float) -> int:
    """Give the step of the scale for a score between −10 and 10: 0 is the most cooperative, 6 the most conflictual.

    >>> step_of(10), step_of(0), step_of(-9)
    (0, 3, 6)
    """
    return next((n for n, bound in enumerate(STEPS) if score >= bound), len(STEPS))


def custom_properties() -> str:
    """Write the colours as CSS custom properties of :root, the dark ones under the system's dark setting."""
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in colours.items())
        + "".join(f"--step-{n}:{value};" for n, value in enumerate(scale))
        for colours, scale in ((LIGHT, SCALE_LIGHT), (DARK, SCALE_DARK))
    )
    dark_rule = f":root:not([data-paper]){{{dark}}}"
    return f":root{{color-scheme:light dark;{light}}}\n@media screen and (prefers-color-scheme:dark){{{dark_rule}}}\n"
