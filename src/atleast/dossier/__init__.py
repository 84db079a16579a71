"""A dossier on disk: its layout, mandate.toml, the records store, the originals and the ledger."""
