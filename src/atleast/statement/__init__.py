"""Text in, statements out: what one source says, span by span, who says it and how sure they are."""
