"""Secrets in a real keyring, and each way in which there is none."""
