"""What a command line asks of a console, its own or the one that owns the data folder."""
