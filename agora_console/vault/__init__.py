"""Secrets in the keyring of the system: absent, locked and refused are three different answers."""
