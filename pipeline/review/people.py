"""Who sits before the page.

In: a request that the guard let through.  Out: `Person`.
Promise: a change is never written without a name.
"""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

__all__ = ["READER", "Person", "person_of"]

READER = "reader"


@dataclass(frozen=True, slots=True)
class Person:
    """A name, a role (reader, reviewer, admin), and whether there is a session to log out of."""

    name: str
    role: str = "reviewer"
    session: bool = False

    @property
    def may_change(self) -> bool:
        """Readers look, reviewers and admins change."""
        return self.role != READER


def person_of(request: Request) -> Person:
    """The person the guard recognised; without a guard whoever sits at this machine."""
    person = getattr(request.state, "person", None)
    if isinstance(person, Person):
        return person
    return Person(request.app.state.settings.who or "người dùng máy này")
