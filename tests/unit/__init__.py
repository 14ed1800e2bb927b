"""Rules, wire format and adapters, without Qt."""
