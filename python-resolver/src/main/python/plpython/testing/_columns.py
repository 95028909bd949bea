"""The columns of a result: names, types and what the types' parentheses say."""

import re
from typing import List, Mapping, NamedTuple, Sequence, Tuple, Union

# select oid, typname, typarray from pg_type, by the names that SQL knows
_TYPES = {
    "bool": (16, 1000),
    "bytea": (17, 1001),
    "int8": (20, 1016),
    "int2": (21, 1005),
    "int4": (23, 1007),
    "text": (25, 1009),
    "oid": (26, 1028),
    "json": (114, 199),
    "float4": (700, 1021),
    "float8": (701, 1022),
    "bpchar": (1042, 1014),
    "varchar": (1043, 1015),
    "date": (1082, 1182),
    "time": (1083, 1183),
    "timestamp": (1114, 1115),
    "timestamptz": (1184, 1185),
    "interval": (1186, 1187),
    "timetz": (1266, 1270),
    "numeric": (1700, 1231),
    "uuid": (2950, 2951),
    "jsonb": (3802, 3807),
}
_NAMES = {
    "boolean": "bool",
    "bigint": "int8",
    "smallint": "int2",
    "int": "int4",
    "integer": "int4",
    "real": "float4",
    "double precision": "float8",
    "char": "bpchar",
    "character": "bpchar",
    "character varying": "varchar",
    "timestamp with time zone": "timestamptz",
    "time with time zone": "timetz",
    "decimal": "numeric",
}
_WRITTEN = re.compile(r"([a-z_][a-z0-9_ ]*?)\s*(?:\((\d+)(?:\s*,\s*(\d+))?\))?\s*((?:\[\])*)")


class Columns(NamedTuple):
    """The columns of a result."""

    names: List[str]
    declared: Mapping[str, Union[str, int]]

    @property
    def types(self) -> List[int]:
        """Object identifiers; AssertionError where the test did not say the types."""
        return [self._type(name)[0] for name in self.names]

    @property
    def modifiers(self) -> List[int]:
        """pg_attribute.atttypmod."""
        return [self._type(name)[1] for name in self.names]

    def _type(self, name: str) -> Tuple[int, int]:
        if name not in self.declared:
            raise AssertionError(
                f'the type of the column "{name}" is asked for: say it, as in '
                f'.returns(..., columns={{"{name}": "text"}})'
            )
        return type_of(self.declared[name])


def columns(declared: Union[Sequence[str], Mapping[str, Union[str, int]]]) -> Columns:
    """Of names alone, or of names and types."""
    types = declared if isinstance(declared, Mapping) else {}
    for written in types.values():
        type_of(written)
    return Columns(list(declared), types)


def type_of(written: Union[str, int]) -> Tuple[int, int]:
    """The identifier and the modifier of a type as SQL writes it; of an identifier, itself."""
    if isinstance(written, int):
        return written, -1
    parts = _WRITTEN.fullmatch(written.strip().lower())
    name = _NAMES.get(parts[1], parts[1]) if parts else ""
    if not parts or name not in _TYPES:
        known = ", ".join(sorted({*_TYPES, *_NAMES}))
        raise ValueError(
            f'the type "{written}" has no identifier here: write its number (SELECT '
            f"'{written}'::regtype::oid), or one of {known}"
        )
    return _TYPES[name][bool(parts[4])], _modifier(name, parts[2], parts[3])


def _modifier(name: str, length: str, scale: str) -> int:
    if length is None:
        return 5 if name == "bpchar" else -1
    if name == "numeric":
        return (int(length) << 16 | int(scale or 0)) + 4
    return int(length) + 4 if name in ("varchar", "bpchar") else int(length)
