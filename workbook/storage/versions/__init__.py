"""The revisions of the vaults' schema, one file each, run by Alembic."""
