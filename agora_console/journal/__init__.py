"""The only list of recordings there is: intents, ids, events and files in SQLite."""
