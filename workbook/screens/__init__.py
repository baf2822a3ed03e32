"""What each screen says and does. No Qt: a presenter holds a frozen State, its view only shows it."""
