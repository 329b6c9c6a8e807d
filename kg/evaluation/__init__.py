"""Scores extracted events against gold annotations at four levels: pair, class, exact, fact."""

from kg.evaluation.gold import read_rows
from kg.evaluation.matching import Level
from kg.evaluation.scoring import LEVELS, Score, score

__all__ = ["LEVELS", "Level", "Score", "read_rows", "score"]
