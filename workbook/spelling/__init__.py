"""Spelling, in a process of its own: it can be ended at any time, and no dictionary can harm what was written."""
