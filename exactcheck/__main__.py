"""`python -m exactcheck`."""

import sys

from .cli import main

sys.exit(main())
