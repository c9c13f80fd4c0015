"""`python -m posteditor`."""

from posteditor.cli.main import main

main()
