"""The tour: the real window driven through the main job, by the widgets that a person uses."""
