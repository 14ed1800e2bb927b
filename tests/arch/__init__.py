"""The shape of the code: direction of imports, forbidden calls, clean files."""
