"""The commands of giaoviec, one file each.

In: the words of a command line.  Out: data on standard output, messages on standard error, an exit code of `ExitCode`.
Promise: `--help` loads no heavy library; every error ends as one sentence with the user's next step.
"""
