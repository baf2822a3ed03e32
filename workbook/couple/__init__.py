"""The domain: people, sittings, what is private, what is sealed, what opens. Pure: the standard library and `content`."""
