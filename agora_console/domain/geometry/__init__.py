"""Arithmetic of regions on a canvas: pictures in them, snapping, arranging, templates."""
