"""The phrase rules keep to the contract of checkers too."""

from __future__ import annotations

from posteditor.checkers.protocol import Checker
from posteditor.checkers.rules.checker import RulesChecker
from tests.checkers.contract import CheckerContract


class TestContract(CheckerContract):
    findable = (
        "The council has has adopted the plan.",
        "It fell in 2021-2025. and then rose.",
    )

    def make(self) -> Checker:
        return RulesChecker.load()
