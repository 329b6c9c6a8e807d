"""Analyses from the study of international relations, one a file, each with its source."""

from kg.network.analyses.balance import Balance, balance
from kg.network.analyses.cooperation import Period, cooperation
from kg.network.analyses.mediation import Mediator, mediators
from kg.network.analyses.reciprocity import Reciprocity, reciprocity

__all__ = ["Balance", "Mediator", "Period", "Reciprocity", "balance", "cooperation", "mediators", "reciprocity"]
