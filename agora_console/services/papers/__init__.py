"""What leaves the console on paper: reports, requests, diagnostics and the log; never a secret."""
