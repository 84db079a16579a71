from __future__ import annotations

import pytest

from atleast.statement.charges import charge_articles, without_explanations


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("Criminal Code Article 234.4.3 (buying (or selling) a drug)", ("Article 234.4.3",)),
        ("Articles 167.2 (selling books); 234.1 (a drug); and 281.2 (calls, of 3 or more)", ("Articles 167.2", "234.1", "281.2")),
        ("Articles 28.2 (one) 180.3.1 (two), 274(three)", ("Articles 28.2", "180.3.1", "274")),
        ("Articles 218.2 (one) və 278-ci (two)", ("Articles 218.2", "278")),
        ("Articles 228.2 (arms (not knives), 228.4 (knives), 278 (power)", ("Articles 228.2", "228.4", "278")),
        ("Articles 28, 214.2.1 (one); 28, 214.2.3 (two)", ("Articles 28", "214.2.1", "28", "214.2.3")),
        ("Code (of 1960) Article 59, Parts 1 (killing), 17 (help), and 70 (arms)", ("Article 59, Parts 1, 17, 70",)),
        ("Article 95 (murder (in rage) told in Article 94; Article 120, Part 2 (holding)", ("Article 95", "Article 120, Part 2")),
        ("Article 287(1) of the Criminal Code", ("Article 287(1) of the Criminal Code",)),
        ("treason", ()),
    ],
)  # fmt: skip
def test_articles_of_a_charge(text: str, articles: tuple[str, ...]) -> None:
    assert charge_articles(text, "en") == (articles, [])


def test_other_languages() -> None:
    assert charge_articles("ст. 228 (оружие) и 315 (насилие) УК", "ru")[0] == ("ст. 228", "315 УК")


def test_a_number_that_is_no_article_is_told() -> None:
    assert charge_articles("Article 342 and the case of 2031", "en") == (("Article 342",), ["2031"])
    assert charge_articles("No 4711", "en") == ((), ["4711"])


def test_explanations_become_blanks() -> None:
    text = "228 (buying (arms)), 287(1), 5 (open"
    assert without_explanations(text) == "228                , 287(1), 5 (open"
