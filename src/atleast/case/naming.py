"""What is named: the number of an article, however it is written; and whether a facility is that of the event."""

from __future__ import annotations

import re

from atleast.model.statement import Statement

_NUMBER = re.compile(r"\d+(?:[-.–]\d+)*", re.ASCII)


def article_number(article: str) -> str:
    """The number of an article as a source writes it: "Art. 287, part 1", "287(1)" and "статье 287" are "287".

    Of several numbers the greatest is the article's; the others are parts.
    """
    numbers = [found.replace("–", "-") for found in _NUMBER.findall(article)]
    return max(numbers, key=lambda number: int(re.split(r"[-.]", number)[0]), default="")


def is_of_a_list(statement: Statement) -> bool:
    """Whether a statement is read from a row of a list. Its facility is where the person was when the list was made."""
    return statement.reader.partition(" ")[0] == "table"
