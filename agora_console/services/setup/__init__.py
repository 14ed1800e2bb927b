"""What is set up once: projects, presets, start at login, news of releases."""
