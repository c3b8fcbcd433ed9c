"""People: who may see and correct the register, and how they prove who they are.

In: names, passwords, session cookies.  Out: a `Person` with a role, or a refusal.
Promise: everything lies in one file of its own (mode 0600), never in the register; passwords and session keys are kept as hashes.
"""

from __future__ import annotations

from pipeline.people.audit import Audit
from pipeline.people.person import Person, Role
from pipeline.people.store import People, people_path
from pipeline.people.throttle import Throttle

__all__ = ["Audit", "People", "Person", "Role", "Throttle", "people_path"]
