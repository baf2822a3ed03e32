"""Pages drawn by hand, one file for each kind of step that should not feel like a form."""
