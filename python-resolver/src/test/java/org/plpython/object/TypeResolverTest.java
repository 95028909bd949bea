package org.plpython.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;

class TypeResolverTest {
  private static final String IMPORTS =
      """
      import builtins, collections.abc, decimal, typing, typing as t, uuid
      from collections.abc import Mapping
      from decimal import Decimal as D
      from typing import Dict, List, Optional, Union
      from uuid import UUID
      """;

  private static Optional<ValueType> resolve(String annotation) {
    PythonFile file = Objects.parse(IMPORTS + "def f() -> " + annotation + ": pass\n");
    Statement.Function function =
        (Statement.Function) file.statements().get(file.statements().size() - 1);
    return new TypeResolver(file).resolve(function.returns().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int | integer | NONE",
        "builtins.int | integer | NONE",
        "float | double precision | NONE",
        "bool | boolean | NONE",
        "str | text | NONE",
        "bytes | bytea | NONE",
        "D | numeric | NONE",
        "decimal.Decimal | numeric | NONE",
        "UUID | uuid | UUID",
        "uuid.UUID | uuid | UUID",
        "dict | jsonb | JSON",
        "dict[str, typing.Any] | jsonb | JSON",
        "Dict[str, 'Unknown'] | jsonb | JSON",
        "Mapping | jsonb | JSON",
        "collections.abc.Mapping[str, int] | jsonb | JSON",
        "t.Mapping[str, int] | jsonb | JSON",
        "'int' | integer | NONE",
        "\"Optional['str']\" | text | NONE",
        "Optional[int] | integer | NONE",
        "Union[None, int] | integer | NONE",
        "t.Union[int, None] | integer | NONE"
      })
  void type_is_one_of_postgresqls_when_annotation_is_known(
      String annotation, String sql, Conversion conversion) {
    assertThat(resolve(annotation)).contains(new ValueType(sql, conversion, false));
  }

  @Test
  void type_is_one_of_postgresqls_when_annotation_is_a_union() {
    ValueType integer = new ValueType("integer", Conversion.NONE, false);
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
        "list[int] | integer[] | NONE",
        "List['UUID'] | uuid[] | UUID",
        "typing.List[Optional[dict]] | jsonb[] | JSON",
        "list[list[list[D]]] | numeric[] | NONE",
        "Optional[list[bytes]] | bytea[] | NONE"
      })
  void type_is_an_array_when_annotation_is_a_list(
      String annotation, String sql, Conversion conversion) {
    assertThat(resolve(annotation)).contains(new ValueType(sql, conversion, true));
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
        "lambda: 1"
      })
  void type_is_empty_when_annotation_means_none(String annotation) {
    assertThat(resolve(annotation)).isEmpty();
  }
}
