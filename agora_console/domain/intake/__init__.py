"""What a person brings along: JSON, cURL lines, tickets, and what the linter makes of them."""
