"""Two spellings of a name: how like they are, and why, for East Slavic names and their neighbours in any usual spelling."""

from atleast.person.spelling.blocking import keys
from atleast.person.spelling.comparing import Likeness, Verdict, compare

__all__ = ["Likeness", "Verdict", "compare", "keys"]
