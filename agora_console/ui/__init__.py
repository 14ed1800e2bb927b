"""The window: the only part, with app.py, that speaks Qt. It knows services and domain only."""
