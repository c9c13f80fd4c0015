"""What an editor hands on: the cleaned version, the report and the scores."""
