"""Which script a piece of text is in that the reader could not read, told from its letter shapes alone."""
