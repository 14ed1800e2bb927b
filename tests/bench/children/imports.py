"""Everything that the program may import, and no program: says how much memory that is."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys

import agora_console
from tests.bench.parts import resident

if __name__ == "__main__":
    for module in pkgutil.walk_packages(agora_console.__path__, "agora_console."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv)
    print(json.dumps({"resident": resident(os.getpid())}), flush=True)
