"""Everything the project proves about itself."""
