"""Our office: whose register this is, and by which names and groups documents speak of it.

In: what the office enters once.  Out: `Office`, which the register keeps and `--mine` asks.
Promise: nothing is guessed; an office without a name owns no task.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Office(BaseModel):
    """Our office.

    `name` is its full name ("Sở Nội vụ tỉnh Lai Châu"); `aliases` are other names documents use ("SNV"); `groups` are the
    collectives it belongs to ("các sở, ban, ngành"); `agency_id` its record in the agency directory, where known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    name: str = ""
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    agency_id: str | None = None
