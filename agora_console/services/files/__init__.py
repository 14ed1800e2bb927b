"""What was recorded: whether it arrived, its list, downloads, films and pictures."""
