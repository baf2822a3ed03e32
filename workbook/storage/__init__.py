"""Where words are kept: encrypted vaults, their keys, migrations and backups."""
