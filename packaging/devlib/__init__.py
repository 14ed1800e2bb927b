"""What packaging/dev.py is made of: the standard library of Python 3.11 and nothing else."""
