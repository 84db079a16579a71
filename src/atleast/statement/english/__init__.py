"""The English reader: dependency rules over spaCy's small English model, with its words in `lexicon_data/en`.

tree          a paragraph as words that know their heads
grammar       subjects, objects, noun phrases, clauses
quotations    what stands between quotation marks
page          a source as the reader sees it: paragraphs, sentences, names
names         which words name persons
references    pronouns, roles and groups, taken to the names they stand for
speech        who says which words
reality       whether words say that something was so
triggers      words that tell of an event
parties       to whom an event happens, and who acts
circumstances when, where, by which article, to what penalty, on what grounds
events, counting, positions, contacts     from rules to content
reader        the whole, and many texts at a time
"""
