"""Whatever the text, the Slavic readers quote it exactly and fail on nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atleast.model.statement import check_against
from tests.support.slavic import read

_PIECES = st.sampled_from(
    """Ивана Крука задержали арестовали освободили суд приговорил к трём годам колонии сообщил центр «Дуб» , что как по
    словам её его который Якобы не если 12 мая 2031 года « » — – - ( ) : ; . ! ? " затрымалі Ольгу Верас паведаміў пра
    гэта катавалі ў калоніі затримали було засуджено політв'язень п'ять років її якого zatrymali Arkadzia Młynaŭca pavodle
    «Vieraśnia» U Vidole ’ ' 180 не менее человек №
    """.split()
)
_JOINTS = st.sampled_from([" ", " ", " ", "\u00a0", "\n", "\n\n", "", "\t", "\u0301"])
_COMPOSED = st.lists(st.tuples(_PIECES, _JOINTS), max_size=40).map(lambda pairs: "".join(a + b for a, b in pairs))
_ANY = st.text(alphabet=st.characters(), max_size=120)


@pytest.mark.parametrize("language", ["ru", "be", "be-Latn", "uk"])
@given(text=st.one_of(_COMPOSED, _ANY))
@settings(max_examples=60, deadline=None)
def test_every_statement_quotes_its_text(language: str, text: str) -> None:
    said = read(text, language)
    for one in said:
        check_against(one, text)
        assert one.chain == tuple(dict.fromkeys(one.chain))
    assert [one.trigger for one in said] == sorted(one.trigger for one in said)
    assert said == read(text, language)
