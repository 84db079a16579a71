"""The Russian, Belarusian and Ukrainian reader: clause rules over tagged words, with its words in `lexicon_data/ru|be|uk`.

letters       Russian letters for the tagger; Latin Belarusian in Cyrillic, with the way back
tagger        names of persons, places and organisations
forms         the forms of a word: from a dictionary in Russian, by rules in the others
lexicons      the words of a language in the shapes in which rules look them up
grammar       what any word may be: its cases, whether it is a verb
page          a source as the reader sees it: paragraphs, sentences, words, segments
quotations    what stands between quotation marks, or after a dash
names         which words name persons, and who is the same; name_parts, mentions, nominative
references    who may fill a role: candidates, people, appositions, rows
triggers      words that tell of an event; wording, participles
clauses       clauses inside others
reality       whether words say that something was so
parties       to whom an event happens
circumstances when, where, by which article, to what penalty, on what grounds
speakers, speech, voices                  who says which words
events, happenings, counting, positions, contacts     from rules to content
settling, dating                          what the whole page adds to its events
account, reader                           the whole
"""
