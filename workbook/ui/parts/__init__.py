"""Widgets shared by views, pages and editors."""
