"""What authors write: packs, exercises, steps, fields, blocks. Pure: the standard library, msgspec, and yaml in the reader alone."""
