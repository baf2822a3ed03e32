"""Exercises for couples in distress and for one person alone: on screen, kept safe, and on paper."""

__version__ = "0.1.0"
