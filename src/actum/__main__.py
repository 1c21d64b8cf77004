"""`python -m actum` is `actum`."""

from actum.cli.main import run

run()
