"""What is known of a recording, and what each fact proves."""
