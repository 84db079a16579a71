"""Statements that a language model proposes, where mandate.toml names one. They count for nothing until a person confirms them.

A model is asked about a few paragraphs at a time (`prompt`, `client`). Of what it answers, whatever its form, only that is kept
whose words stand in the text, at offsets that are found here (`accepting`); the rest is dropped and counted by reason.
"""
