"""One data folder, one owner: how a second process hands its order to the console that owns it."""
