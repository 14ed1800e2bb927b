"""The page on which a recording is prepared: form, layout preview, request, start."""
