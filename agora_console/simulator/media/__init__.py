"""Tiny pieces of media, made from nothing: a playable HLS slice, an MP4 file, a JPEG picture."""
