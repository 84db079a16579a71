"""What a column of a list of people holds: the words that the lexicons of headings and lists.toml are written in."""

from __future__ import annotations

from enum import StrEnum


class Column(StrEnum):
    """What a column holds."""

    PERSON = "person"
    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    PATRONYMIC = "patronymic"
    OTHER_NAME = "other_name"
    """A further name of the same person: in another script, a former one."""
    LIST_ID = "list_id"
    """The id that the list itself gives to a person, the same in all its editions; a row's running number is none."""
    ROW_NUMBER = "row_number"
    """The running number of a row, which says nothing of the person."""
    URL = "url"
    BIRTH_DATE = "birth_date"
    AGE = "age"
    SEX = "sex"
    CITIZENSHIP = "citizenship"
    OCCUPATION = "occupation"
    ARREST_DATE = "arrest_date"
    SENTENCE_DATE = "sentence_date"
    PENALTY = "penalty"
    DECISION = "decision"
    """What a court decided, in words that may hold a penalty."""
    ARTICLE = "article"
    RELEASE_DATE = "release_date"
    DEATH_DATE = "death_date"
    FACILITY = "facility"
    PLACE = "place"
    REGION = "region"
    STATUS = "status"
    """Where the case of a person stands, or how the list's publisher designates them: the words of a cell say which."""
    DESIGNATION = "designation"
    DESIGNATION_DATE = "designation_date"
    """When the list's publisher recognised a person; some lists link to the declaration instead."""
    GROUNDS = "grounds"
    COURT = "court"
    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    COMMENT = "comment"
    IN_LIST = "in_list"
    """Whether a person stands in another list, and under what id: one column for each list."""
    OTHER = "other"
    """Kept, and not made sense of."""


TELLING = frozenset(
    {
        Column.ARREST_DATE,
        Column.SENTENCE_DATE,
        Column.PENALTY,
        Column.ARTICLE,
        Column.RELEASE_DATE,
        Column.DEATH_DATE,
        Column.FACILITY,
        Column.STATUS,
        Column.DESIGNATION,
        Column.DESIGNATION_DATE,
    }
)
"""The columns that tell what befell a person."""
DESCRIBING = frozenset({Column.BIRTH_DATE, Column.SEX, Column.IN_LIST})
"""The columns that make a table a list of people even where none tells what befell them."""
