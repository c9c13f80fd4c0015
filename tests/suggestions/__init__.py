"""How right the suggestions are: engines, texts, and the table of `make
bench-suggestions`.
"""
