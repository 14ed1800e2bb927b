"""Many recordings from one table: its model, its page, and who joins them with the services."""
