"""The program as it is handed out: run by `packaging/smoke.py DIST`, and only then."""
