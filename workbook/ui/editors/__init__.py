"""The editors, one file for each kind of field."""
