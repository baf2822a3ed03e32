"""The views, one file for each screen; passive, shown what to show by a presenter."""
