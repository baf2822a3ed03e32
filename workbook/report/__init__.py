"""Paper: blocks laid out as pages, sealed into one PDF."""
