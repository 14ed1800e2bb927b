"""Comparing configs by what they mean, and the presets that are kept of them."""
