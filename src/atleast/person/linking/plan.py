"""What of two records is compared, in levels of agreement, by the columns that the lists have.

What depends on one another is one comparison: the words of a name, or father, grandfather and family, which brothers share;
counted as three they would be thrice the evidence. Each level says in words what it found, which is what a proposal tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from atleast.engine.models import Comparison, Level, Made, Sample

_ALIKE, _HARDLY_ALIKE = 0.9, 0.8
_YEAR = 365.25
_ONE_NAME = 0.55


def comparisons_for(columns: AbstractSet[str]) -> tuple[Comparison, ...]:
    """The comparisons for a table of `records` in which these columns have anything in them."""
    return tuple(_comparisons(columns))


def samples_for(columns: AbstractSet[str]) -> tuple[Sample, ...]:
    """Pairs to train on: of one name, born on one day, and of one value of whatever else is telling."""
    others = sorted(column for column in columns if column.startswith("other_"))
    found = [Sample(("name",)), Sample(("birth",)), *(Sample((column,)) for column in others)]
    return tuple(sample for sample in found if columns >= set(sample.equal))


def made_for(columns: AbstractSet[str]) -> Made | None:
    """The whole name, which is made of a given name and the rest."""
    rest = "lineage" if "lineage" in columns else "family"
    return Made("name", ("given", rest), _ONE_NAME) if columns >= {"given", rest} else None


def _comparisons(columns: AbstractSet[str]) -> Iterator[Comparison]:
    if "lineage" in columns:
        yield _lineage()
    elif "family" in columns:
        yield _name()
    if "father" in columns:
        yield _text("father", "fathers' names")
    if "born_from" in columns:
        yield _birth()
    if "sex" in columns:
        yield _same_or_not("sex", "sex")
    for column, words in _TEXTS.items():
        if column in columns:
            yield _text(column, words)
    for column in sorted(column for column in columns if column.startswith("other_")):
        yield _text(column, column.removeprefix("other_").replace("_", " "))


_TEXTS = {
    "place": "places",
    "article": "articles",
    "court": "courts",
    "facility": "facilities",
    "arrested": "dates of arrest",
    "sentenced": "dates of sentence",
    "occupation": "occupations",
}


def _name() -> Comparison:
    """A name as one comparison, in the order in which the comparer of names finds its levels telling."""
    same_family, same_given = "family_l = family_r", "given_l = given_r"
    family_near = f"{same_given} and jaro_winkler_similarity(family_l, family_r) >= {_HARDLY_ALIKE}"
    no_given, no_family = "(given_l is null or given_r is null)", "(family_l is null or family_r is null)"
    crossed = "given_form_l = family_r and family_l = given_form_r"
    alike, given_alike = _alike("family", "family_key"), _given_alike()
    family, given = "family names are equivalents", "given names are equivalents"
    return Comparison(
        "name",
        (
            Level(
                "no name", "coalesce(family_l, given_l) is null or coalesce(family_r, given_r) is null", unknown=True
            ),
            Level("the names are written alike", "written_l = written_r", 0.45, "name", whole=True),
            Level("given and family names are equivalents", "name_l = name_r", 0.1, "name", whole=True),
            Level("the given name stands for the family name", crossed, 0.01),
            Level(f"{family}, given names alike", f"{same_family} and {given_alike}", 0.12, "family"),
            Level(f"{given}, family names alike", f"{same_given} and {alike}", 0.12, "given"),
            Level("given and family names are alike", f"{alike} and {given_alike}", 0.05),
            Level(f"{family}, a given name is missing", f"{same_family} and {no_given}", 0.01, "family"),
            Level(f"{given}, a family name is missing", f"{same_given} and {no_family}", 0.01, "given"),
            Level(f"family names hardly alike, {given}", family_near, 0.03, "given"),
            Level(f"{family}, given names differ", same_family, 0.05, "family"),
            Level(f"{given}, family names differ", same_given, 0.02, "given"),
            Level("two names", "ELSE", 0.03),
        ),
    )


def _given_alike() -> str:
    """Alike, or an initial that fits; but two that stand in the table as two are two, however like they look."""
    initial = "(length(given_form_l) = 1 or length(given_form_r) = 1) and given_form_l[1] = given_form_r[1]"
    return f"({_alike('given_form', 'given_key')} or {initial}) and not (given_l[1] = '#' and given_r[1] = '#')"


def _alike(form: str, key: str) -> str:
    """Alike by letters, or the same consonants in the same order, if there are enough of them to mean something."""
    letters = f"jaro_winkler_similarity({form}_l, {form}_r) >= {_ALIKE}"
    return f"({letters} or {key}_l = {key}_r and length({key}_l) >= 3)"


def _lineage() -> Comparison:
    """A given name with those of father, grandfather and family: brothers share all but the first, and are not one."""
    same_given, same_lineage = "given_l = given_r", "lineage_l = lineage_r"
    given_alike = f"jaro_winkler_similarity(given_form_l, given_form_r) >= {_ALIKE}"
    lineage_alike = "levenshtein(lineage_l, lineage_r) <= 2"
    ends_meet = "fore_key_l = fore_key_r and family_key_l = family_key_r"
    return Comparison(
        "name",
        (
            Level(
                "no name", "coalesce(lineage_l, given_l) is null or coalesce(lineage_r, given_r) is null", unknown=True
            ),
            Level("the names are written alike", "written_l = written_r", 0.45, "name", whole=True),
            Level("the names sound the same", "name_l = name_r", 0.25, "name", whole=True),
            Level(
                "forefathers are the same, given names alike",
                f"{same_lineage} and {given_alike}",
                0.04,
                frequency="lineage",
            ),
            Level(
                "given names are the same, forefathers alike",
                f"{same_given} and {lineage_alike}",
                0.12,
                frequency="given",
            ),
            Level("given names and forefathers are alike", f"{given_alike} and {lineage_alike}", 0.01),
            Level(
                "given names are the same, father and family alike",
                f"{same_given} and {ends_meet}",
                0.04,
                frequency="given",
            ),
            Level("given names are the same, families too", f"{same_given} and family_l = family_r", 0.04),
            Level("forefathers are the same, given names differ", same_lineage, 0.01, frequency="lineage"),
            Level("given names are the same, forefathers differ", same_given, 0.03, frequency="given"),
            Level("two names", "ELSE", 0.01),
        ),
    )


def _birth() -> Comparison:
    whole = "coalesce(length(birth_l) = 10 and length(birth_r) = 10, false)"
    gap = "greatest(born_from_l - born_to_r, born_from_r - born_to_l)"
    return Comparison(
        "birth",
        (
            Level("no date of birth or age", "born_from_l is null or born_from_r is null", unknown=True),
            Level("dates of birth are the same", "birth_l = birth_r", 0.75),
            Level("dates of birth are a slip apart", f"{whole} and damerau_levenshtein(birth_l, birth_r) <= 1", 0.12),
            Level("dates of birth agree as far as they are told", f"not ({whole}) and {gap} <= 0", 0.05),
            Level(
                "dates of birth are two slips apart", f"{whole} and damerau_levenshtein(birth_l, birth_r) <= 2", 0.03
            ),
            *(
                Level(f"born up to {years} years apart", f"{gap} <= {round(years * _YEAR)}", often)
                for years, often in ((1, 0.03), (3, 0.01), (10, 0.005))
            ),
            Level("dates of birth differ", "ELSE", 0.005),
        ),
    )


def _text(column: str, words: str) -> Comparison:
    return Comparison(
        column,
        (
            Level(f"{words}: not known of both", f"{column}_l is null or {column}_r is null", unknown=True),
            Level(f"{words} are the same", f"{column}_l = {column}_r", 0.7, column, whole=True),
            Level(f"{words} are alike", f"jaro_winkler_similarity({column}_l, {column}_r) >= {_ALIKE}", 0.1),
            Level(f"{words} begin alike", f"split_part({column}_l, ' ', 1) = split_part({column}_r, ' ', 1)", 0.05),
            Level(f"{words} differ", "ELSE", 0.15),
        ),
    )


def _same_or_not(column: str, words: str) -> Comparison:
    return Comparison(
        column,
        (
            Level(f"{words}: not known of both", f"{column}_l is null or {column}_r is null", unknown=True),
            Level(f"{words} is the same", f"{column}_l = {column}_r", 0.98),
            Level(f"{words} differs", "ELSE", 0.02),
        ),
    )
