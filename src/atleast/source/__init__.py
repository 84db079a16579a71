"""Files in: formats, text and its parts, dates, bylines and languages; the bytes themselves are never altered."""
