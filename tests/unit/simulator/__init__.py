"""The simulator as a client sees it: over sockets, on a clock that is moved by hand."""
