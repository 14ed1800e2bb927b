"""How the window speaks: its language, changed while it runs, and what it announces."""
