"""The commands that a page shows are run again, and its figures written anew from the stored scores."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASELINE = ROOT / "tests" / "gold" / "baseline.json"
SCORES = BASELINE.with_name("scores.json")
BLOCK = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
FAILED = "kg: something went wrong"
"""How a fault of ours is told; a page that shows it is not to be written."""
FIGURES = re.compile(r"(<!-- figures[^>]*-->\n).*?(<!-- end of figures -->)", re.DOTALL)
WHOLE = re.compile(r"(<!-- scores[^>]*-->\n).*?(<!-- end of scores -->)", re.DOTALL)
SENTENCES = re.compile(r"(<!-- sentences[^>]*-->\n).*?(<!-- end of sentences -->)", re.DOTALL)
LEVELS = ("pair", "class", "exact", "fact")
SETS = {
    "dev": "25 articles written for development",
    "real A": "17 real articles, also looked at in development",
    "real B": "17 real articles, held back",
}


def fresh(text: str) -> str:
    """Give a page with every command run again in an empty folder beside the seeds, and the figures of today.

    Raises SystemExit where a command ends in an error of ours: such a page is not to be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        (where / "seeds").symlink_to(ROOT / "seeds")
        (where / "bin").mkdir()
        shim = where / "bin" / "kg"
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
        text = BLOCK.sub(lambda block: block[1] + _session(block[2], where) + block[3], text)
    if FAILED in text:
        raise SystemExit(f"A command that a page shows fails: {text[text.index(FAILED) :].splitlines()[0]}")
    text = SENTENCES.sub(lambda part: part[1] + sentences() + part[2], text)
    text = WHOLE.sub(lambda part: part[1] + scores() + part[2], text)
    return FIGURES.sub(lambda part: part[1] + figures() + part[2], text)


def _session(block: str, where: Path) -> str:
    """Run the commands of one block and give them with what they print; blocks that run nothing of ours stay."""
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    if not all(command.startswith("kg ") for command in commands):
        return block
    printed = []
    for command in commands:
        environment = os.environ | {
            "PATH": f"{where / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "100",
        }
        run = subprocess.run(
            command, shell=True, cwd=where, env=environment, capture_output=True, text=True, check=False
        )
        lines = (run.stdout + run.stderr).rstrip("\n").splitlines()
        printed.append("\n".join([f"$ {command}", *(line.rstrip() for line in lines)]) + "\n")
    return "\n".join(printed)


def figures() -> str:
    """Give the F1 of each set and level, as `make baseline` found them last."""
    stored = json.loads(SCORES.read_text(encoding="utf-8"))
    lines = ["| F1 on | " + " | ".join(LEVELS) + " |", "|---|" + "---|" * len(LEVELS)]
    for name, words in SETS.items():
        if name in stored:
            lines.append(f"| {words} | " + " | ".join(f"{stored[name][level]['f1']:.2f}" for level in LEVELS) + " |")
    return "\n".join(lines) + "\n"


def scores() -> str:
    """Give precision, recall and F1 of each set and level, as `make baseline` found them last."""
    stored = json.loads(SCORES.read_text(encoding="utf-8"))
    lines = ["| set | level | precision | recall | F1 |", "|---|---|---|---|---|"]
    for name, words in SETS.items():
        first = words
        for level in LEVELS if name in stored else ():
            found = stored[name][level]
            shares = " | ".join(f"{found[part]:.2f}" for part in ("precision", "recall", "f1"))
            lines.append(f"| {first} | {level} | {shares} |")
            first = ""
    lines += ["", "| of what is found at level *class* | right status | right date |", "|---|---|---|"]
    for name, words in SETS.items():
        if name in stored:
            lines.append(f"| {words} | {stored[name]['status']:.2f} | {stored[name]['date']:.2f} |")
    return "\n".join(lines) + "\n"


def sentences() -> str:
    """Give the shares of the PLOVER sentences of which the pair, and the pair with its class, are found."""
    stored = json.loads(BASELINE.read_text(encoding="utf-8"))["sentences"]
    return (
        "| of the example sentences of PLOVER | share |\n|---|---|\n"
        f"| both actors found | {stored['dyad']:.2f} |\n"
        f"| both actors, with the class of event | {stored['typed']:.2f} |\n"
    )
