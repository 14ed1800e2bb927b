"""The whole application against the simulator over sockets."""
