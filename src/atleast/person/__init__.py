"""Who a statement is about: names folded, and mentions that share a folded name taken for one person."""
