"""Where the program is installed there is no click: httpx would bring in a command line with it."""

raise ImportError("click belongs to the tools of this checkout")
