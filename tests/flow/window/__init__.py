"""The whole application through its real widgets, on the real loop, against the simulator."""
