"""Speakers: who says each quotation, under the fullest name that its document gives."""

from sahelcorpus.annotate.speakers.gazetteer import Gazetteer
from sahelcorpus.annotate.speakers.resolution import resolve_speakers
from sahelcorpus.annotate.speakers.resolved import How, ResolvedSpeaker

__all__ = ["Gazetteer", "How", "ResolvedSpeaker", "resolve_speakers"]
