"""The command line: thin commands over the core, one module each."""
