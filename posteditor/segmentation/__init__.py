"""Sentences: sentencex plus this project's repairs. The one home of sentencex."""

from posteditor.segmentation.segments import segment

__all__ = ["segment"]
