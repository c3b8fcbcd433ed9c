"""The register fixtures, for exports."""

from tests.register.conftest import put, register

__all__ = ["put", "register"]
