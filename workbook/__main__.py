"""`python -m workbook` is the same as `couples-workbook`."""

from workbook.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
