"""Settings: kept whole, read with patience, never with a secret."""
