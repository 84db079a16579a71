from __future__ import annotations

import pytest

from atleast.statement.articles import find_articles


@pytest.mark.parametrize(
    ("language", "text", "articles"),
    [
        ("en", "Sentenced under Article 361-4 of the Criminal Code.", ["Article 361-4 of the Criminal Code"]),
        ("en", "Charged under Part 2 of Art. 342 of the Criminal Code.", ["Part 2 of Art. 342 of the Criminal Code"]),
        ("en", "Charged under Art. 228 part 4 of the Criminal Code.", ["Art. 228 part 4 of the Criminal Code"]),
        (
            "en",
            "Under part 4 of article 228 and part 2 of article 342.",
            ["part 4 of article 228", "part 2 of article 342"],
        ),
        ("en", "Sentenced under Art. 368 and 361-4 to three years.", ["Art. 368", "361-4"]),
        ("en", "Under Articles 167.2.2.1 (smuggling), 234.1 and 5.", ["Articles 167.2.2.1", "234.1", "5"]),
        ("en", "Under Article 342 and 40 people were taken.", ["Article 342"]),
        ("ru", "Осуждён по ч. 2 ст. 411 УК.", ["ч. 2 ст. 411 УК"]),
        ("ru", "Осуждены по статьям 342 и 361.", ["статьям 342", "361"]),
        ("be", "Паводле часткі 1 артыкула 342 Крымінальнага кодэкса.", ["часткі 1 артыкула 342 Крымінальнага кодэкса"]),
        ("uk", "За частиною 2 статті 109 КК України.", ["частиною 2 статті 109 КК України"]),
        ("en", "Article 19 of the International Covenant protects her.", []),
        ("en", "An article of 2031 on 342 people, and part 2 of a film.", []),
        ("ru", "Это защищает статья 19 пакта.", []),
        ("pl", "Skazany z art. 342.", []),
    ],
)
def test_articles(language: str, text: str, articles: list[str]) -> None:
    found = find_articles(text, 0, len(text), language)
    assert [each.text for each in found] == articles
    assert [text[each.start : each.end] for each in found] == articles


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Art. 1. Under Art.\u00a0342. Art. 2."
    (found,) = find_articles(text, 8, 23, "en")
    assert text[found.start : found.end] == "Art.\u00a0342"
    assert found.text == "Art. 342"
