"""A session: opening, resuming, deciding, undoing."""
