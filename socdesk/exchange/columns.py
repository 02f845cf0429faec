"""Which column of a file fills which field: guessed from the headings, corrected by the person."""

from __future__ import annotations

from dataclasses import dataclass, replace

from socdesk.exchange.file_errors import SensitiveColumnsError
from socdesk.exchange.header_words import heading_forms
from socdesk.exchange.list_kinds import ListKind, ListShape, list_shape
from socdesk.exchange.sensitive_columns import SensitiveColumn, sensitive_columns


@dataclass(frozen=True)
class ColumnPair:
    """A field of ours and the place of its column, from 0."""

    target: str
    column_index: int


@dataclass(frozen=True)
class ColumnMatch:
    """Fields and columns of one header row; correct it with ``with_column``."""

    kind: ListKind
    header: tuple[str, ...]
    pairs: tuple[ColumnPair, ...]
    sensitive: tuple[SensitiveColumn, ...]

    @property
    def unmatched(self) -> tuple[str, ...]:
        """The headings that no field takes and that are not sensitive: their columns are not kept."""
        taken = {pair.column_index for pair in self.pairs} | {column.column_index for column in self.sensitive}
        return tuple(heading for at, heading in enumerate(self.header) if heading and at not in taken)

    @property
    def missing_required(self) -> tuple[str, ...]:
        """What the list needs and has no column for, in words ("Full name or Surname")."""
        shape = list_shape(self.kind)
        return tuple(
            " or ".join(shape.target(key).label for key in group)
            for group in shape.required
            if all(self.column_of(key) is None for key in group)
        )

    def column_of(self, target: str) -> int | None:
        """Return the place of a field's column, of its stand-in's if it has none of its own, or None."""
        places = {pair.target: pair.column_index for pair in self.pairs}
        if target in places:
            return places[target]
        return places.get(dict(list_shape(self.kind).stands_for).get(target, ""))

    def with_column(self, target: str, column_index: int | None) -> ColumnMatch:
        """Return the match with one field filled from another column, or from none.

        A field that had the column before loses it.

        Raises:
            KeyError: this kind of list has no such field.
            IndexError: the file has no such column.
            SensitiveColumnsError: the column is one that is never stored.

        """
        list_shape(self.kind).target(target)
        kept = tuple(p for p in self.pairs if p.target != target and p.column_index != column_index)
        if column_index is None:
            return replace(self, pairs=kept)
        if not 0 <= column_index < len(self.header):
            raise IndexError(column_index)
        for column in self.sensitive:
            if column.column_index == column_index:
                raise SensitiveColumnsError((column.heading,), (column.reason,))
        return replace(self, pairs=_in_order((*kept, ColumnPair(target, column_index)), list_shape(self.kind)))


def match_columns(header: tuple[str, ...], kind: ListKind) -> ColumnMatch:
    """Return the best guess for a header row. Sensitive columns are never matched."""
    shape = list_shape(kind)
    sensitive = sensitive_columns(header)
    barred = {column.column_index for column in sensitive}
    pairs: list[ColumnPair] = []
    for _form, _rank, key, at in sorted(_candidates(header, shape)):
        if at not in barred and all(pair.target != key and pair.column_index != at for pair in pairs):
            pairs.append(ColumnPair(key, at))
    return ColumnMatch(kind, header, _in_order(pairs, shape), sensitive)


def _candidates(header: tuple[str, ...], shape: ListShape) -> list[tuple[int, int, str, int]]:
    """Return (how far the heading was stripped, rank of the synonym, field, column): smallest is best."""
    return [
        (stripped, target.synonyms.index(form), target.key, at)
        for at, heading in enumerate(header)
        for stripped, form in enumerate(heading_forms(heading, shape.noise))
        for target in shape.targets
        if form in target.synonyms
    ]


def _in_order(pairs: list[ColumnPair] | tuple[ColumnPair, ...], shape: ListShape) -> tuple[ColumnPair, ...]:
    order = [target.key for target in shape.targets]
    return tuple(sorted(pairs, key=lambda pair: order.index(pair.target)))
