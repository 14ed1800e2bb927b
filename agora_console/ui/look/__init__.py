"""How the window looks: colours by role, icons, sizes from the font, times as text."""
