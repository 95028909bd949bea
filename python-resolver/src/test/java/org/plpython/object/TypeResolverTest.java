package org.plpython.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.descriptor.Placeholders;
import org.plpython.object.Conversion.Each;
import org.plpython.object.Conversion.Scalar;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree;
import org.plpython.python.Statement;

class TypeResolverTest {
  private static final String IMPORTS =
      """
      import builtins, collections.abc, datetime, decimal, typing, typing as t, uuid
      from dataclasses import dataclass
      from enum import Enum
      from typing import Annotated, NamedTuple, NewType, TypedDict
      from collections.abc import Mapping
      from decimal import Decimal as D
      from typing import Dict, List, Optional, Union
      from uuid import UUID
      Price = Annotated[D, "numeric(10, 2)"]
      Id = NewType("Id", int)
      type Many = list[Id]
      class Colour(Enum):
          RED = "red"
      class Note(TypedDict):
          text: str
      """;

  private static Optional<ValueType> resolve(String annotation) {
    PythonFile file = Objects.parse(IMPORTS + "def f() -> " + annotation + ": pass\n");
    Statement.Function function =
        (Statement.Function) file.statements().get(file.statements().size() - 1);
    TypeSettings settings = TypeSettings.of(TypeMapping.DEFAULT, Placeholders.NONE);
    return new ClassResolver(new SourceTree(List.of(file)), settings)
        .types(file, (where, expression, problem) -> {})
        .resolve(function.returns().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int | integer | NUMBER",
        "builtins.int | integer | NUMBER",
        "float | double precision | NUMBER",
        "bool | boolean | NONE",
        "str | text | TEXT",
        "bytes | bytea | NONE",
        "D | numeric | NUMBER",
        "decimal.Decimal | numeric | NUMBER",
        "UUID | uuid | UUID",
        "uuid.UUID | uuid | UUID",
        "dict | jsonb | JSON",
        "dict[str, typing.Any] | jsonb | JSON",
        "Dict[str, 'Unknown'] | jsonb | JSON",
        "Mapping | jsonb | JSON",
        "collections.abc.Mapping[str, int] | jsonb | JSON",
        "t.Mapping[str, int] | jsonb | JSON",
        "'int' | integer | NUMBER",
        "\"Optional['str']\" | text | TEXT",
        "Optional[int] | integer | NUMBER",
        "Union[None, int] | integer | NUMBER",
        "t.Union[int, None] | integer | NUMBER",
        "t.Union[int] | integer | NUMBER",
        "datetime.date | date | DATE",
        "datetime.time | time without time zone | TIME",
        "datetime.datetime | timestamp with time zone | TIMESTAMP_WITH_ZONE",
        "datetime.timedelta | interval | INTERVAL",
        "Note | jsonb | JSON",
        "Price | numeric | NUMBER",
        "Id | integer | NUMBER",
        "t.Literal['a', 'b'] | text | TEXT",
        "t.Literal[1, None] | integer | NUMBER",
        "Annotated[int, 'int8'] | bigint | NUMBER",
        "Annotated[int, 'numeric(10)'] | numeric | INT",
        "Annotated[float, 'shop.ratio'] | shop.ratio | FLOAT",
        "Annotated[str, 'VARCHAR(3)'] | character varying | TEXT",
        "Annotated[str, 'tstzrange'] | tstzrange | TEXT",
        "Annotated[str, '\"Odd Type\"'] | \"Odd Type\" | TEXT",
        "Annotated[datetime.datetime, 'timestamp(3)'] | timestamp without time zone | TIMESTAMP",
        "Annotated[datetime.time, 'timetz'] | time with time zone | TIME_WITH_ZONE",
        "Annotated[typing.Any, 'jsonb'] | jsonb | JSON",
        "Annotated[list, 'json'] | json | JSON",
        "Annotated[int, 'integer DEFAULT 1'] | integer | NUMBER"
      })
  void type_is_one_of_postgresqls_when_annotation_is_known(
      String annotation, String sql, Scalar conversion) {
    assertThat(resolve(annotation)).contains(new ValueType(sql, conversion));
  }

  @Test
  void type_is_one_of_postgresqls_when_annotation_is_a_union() {
    ValueType integer = new ValueType("integer", Scalar.NUMBER);
    assertThat(resolve("int | None")).contains(integer);
    assertThat(resolve("None | 'int | None'")).contains(integer);
    assertThat(resolve("int | None | None")).contains(integer);
    assertThat(resolve("int | str")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "list[int] | integer[] | NUMBER",
        "Many | integer[] | NUMBER",
        "typing.Sequence[datetime.date] | date[] | DATE",
        "Annotated[list[int], 'bigint[]'] | bigint[] | NUMBER",
        "list[Annotated[str, 'citext']] | citext[] | TEXT",
        "List['UUID'] | uuid[] | UUID",
        "typing.List[Optional[dict]] | jsonb[] | JSON",
        "list[list[list[D]]] | numeric[] | NUMBER",
        "Optional[list[bytes]] | bytea[] | NONE"
      })
  void type_is_an_array_when_annotation_is_a_list(String annotation, String sql, Scalar element) {
    assertThat(resolve(annotation)).contains(new ValueType(sql, new Each(element)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "object",
        "Decimal",
        "typing.Any",
        "list[int, str]",
        "Optional[int, str]",
        "Union[int, str]",
        "tuple[int]",
        "set[int]",
        "dict.int",
        "int[str]",
        "int()",
        "1",
        "''",
        "'in t'",
        "lambda: 1",
        "Annotated[int]",
        "Annotated[int, 'int; drop']",
        "Annotated[int, 'bytea']",
        "Annotated[int, 'anyelement']",
        "Annotated[list[int], 'integer']",
        "Annotated[bool, 'text']",
        "Literal",
        "typing.Literal[1, 'a']"
      })
  void type_is_empty_when_annotation_means_none(String annotation) {
    assertThat(resolve(annotation)).isEmpty();
  }
}
