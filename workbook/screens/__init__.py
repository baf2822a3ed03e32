"""What each screen says and does, without Qt: presenters with a frozen state and a passive view."""
