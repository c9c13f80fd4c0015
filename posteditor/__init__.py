"""posteditor: post-editing of machine translation, in the terminal."""

__version__ = "0.1.0"
