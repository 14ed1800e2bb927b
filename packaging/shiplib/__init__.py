"""What packaging/build.py and packaging/smoke.py are made of, and what the spec decides by."""
