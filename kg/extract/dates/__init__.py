"""Dates in news text: finding the expressions of a sentence and resolving them against the publication date."""

from kg.extract.dates.expression import DateExpression, Resolved, Tense
from kg.extract.dates.find import find_dates
from kg.extract.dates.header import header_date

__all__ = ["DateExpression", "Resolved", "Tense", "find_dates", "header_date"]
