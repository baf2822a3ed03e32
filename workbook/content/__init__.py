"""What authors write: packs, exercises, steps, fields, blocks. Pure: the standard library, msgspec, yaml in the reader alone."""
