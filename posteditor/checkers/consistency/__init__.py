"""One thing written in two ways, found over the whole document."""
