"""Session and journal against the simulator, in virtual time: the model and its judge."""
