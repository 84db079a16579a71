"""The ledger: canonical bytes, an append-only Merkle log over them, and its verification.

Pure algorithms over bytes: no database, no file, no clock. `dossier` stores what they give and hands it back.
"""
