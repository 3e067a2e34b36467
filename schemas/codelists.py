"""The codelists and places of the registers, as the schemas need them."""

from functools import cache
from pathlib import Path

from scripts.curation.registers import Registers, read_registers

_REGISTERS = Path(__file__).resolve().parent.parent / "curation" / "registers"


@cache
def registers() -> Registers:
    """Return the project's registers."""
    return read_registers(_REGISTERS)


def codes_of(codelist: str) -> list[str]:
    """Return the codes of a list; the list `place` is the register of places.

    Raises:
        KeyError: there is no such list.
    """
    if codelist == "place":
        return list(registers().places)
    return list(registers().code_labels(codelist))
