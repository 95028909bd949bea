package org.plpython.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plpython.descriptor.Placeholders;
import org.plpython.object.DatabaseObject;
import org.plpython.object.TypeMapping;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;
import org.plpython.sql.DdlWriter;

/** Placeholders in sources: what they make, and what is told of them. */
class PlaceholdersTest {
  private static final Placeholders VALUES =
      new Placeholders(
          Map.of("tenant", "acme", "app", "web", "limit", "0"),
          Map.of("flyway:timestamp", "It is another one in each run."),
          "${",
          "}");

  private static final String DECORATED =
      """
      from dataclasses import dataclass
      from typing import Annotated
      from plpython import plaggregate, plfunction, plprocedure, pltable, pltrigger, pltype

      @pltype("${tenant}.price")
      @dataclass
      class Price:
          net: Annotated[float, "${tenant}.amount"]

      @pltable("${tenant}.book")
      class Book:
          prices: dict

      Isbn = Annotated[str, "${tenant}.isbn"]

      @plaggregate(name="sum_${tenant}", schema="${tenant}", initial="${limit}",
                   sort_operator="${tenant}.<", owner="${app}", grant={"${app}": "execute"})
      @plfunction(name="add_${tenant}", schema="${tenant}", owner="${app}",
                  grant={"${app}": "execute", "public": "execute"},
                  set={"search_path": "${tenant}, public", "app.tenant": ["${tenant}"]},
                  support="${tenant}.support", transforms=["${tenant}.t"], comment="Not ${tenant}.")
      def add(state: int, isbn: Isbn, prices: list[Price],
              limit: Annotated[int, "int DEFAULT ${limit}"]) -> int:
          "Nor ${tenant}."
          return "${tenant}"

      @plprocedure(schema="${tenant}", returns={"n_${tenant}": "${tenant}.isbn"})
      def out(text: str = "${tenant}") -> str:
          return text

      @pltrigger(event="UPDATE", when="BEFORE", table="${tenant}.book", name="${tenant}_t",
                 of=["${tenant}_isbn"], condition="new.stock > ${limit}", args=["${tenant}"])
      @pltrigger(event="INSERT", when="AFTER", model=Book, level="statement",
                 new_table="new_${tenant}")
      def watch(td):
          return "${tenant}"
      """;

  private static final String DESCRIPTOR =
      """
      functions:
        - name: ${tenant}_raw
          schema: ${tenant}
          parameters: {a: "${tenant}.isbn DEFAULT '${limit}'"}
          returns: SETOF ${tenant}.isbn
          comment: Not ${tenant}.
          body: |
            return ["${tenant}"]
      """;

  private static List<SourceFile> files(String python, String yaml) {
    return List.of(
        new SourceFile("sources", "a.py", python), new SourceFile("sources", "b.yaml", yaml));
  }

  /** As an author would write the values. */
  private static String written(String text) {
    return text.replace("${limit}", "0").replace("${app}", "web").replace("${tenant}", "acme");
  }

  private static List<String> installed(List<DatabaseObject> objects) {
    return objects.stream()
        .flatMap(
            object ->
                Stream.concat(
                    DdlWriter.statements(object).stream(), Stream.of(object.checksum().sha256())))
        .toList();
  }

  @Test
  void objects_are_those_of_the_values_when_options_and_types_hold_placeholders() {
    assertThat(resolved(DECORATED, VALUES))
        .extracting(DatabaseObject::identity)
        .containsExactly(
            "acme.\"out\"(text)",
            "acme.add_acme(integer, acme.isbn, acme.price[], integer)",
            "acme.watch()",
            "acme.sum_acme(acme.isbn, acme.price[], integer)",
            "acme.book.acme_t",
            "acme.book.watch");
  }

  @Test
  void ddl_is_that_of_the_values_when_bodies_are_raw() {
    String yaml = DESCRIPTOR.replace("Not ${tenant}.", "None.").replace("[\"${tenant}\"]", "[1]");
    List<SourceFile> file = List.of(new SourceFile("sources", "b.yaml", yaml));
    List<SourceFile> byHand = List.of(new SourceFile("sources", "b.yaml", written(yaml)));
    assertThat(installed(PythonResolver.resolveFiles(file, TypeMapping.DEFAULT, VALUES)))
        .isEqualTo(installed(PythonResolver.resolveFiles(byHand)));
  }

  @Test
  void statements_hold_values_but_in_prose_and_python_when_they_are_written() {
    List<String> statements = new ArrayList<>();
    PythonResolver.resolveFiles(files(DECORATED, DESCRIPTOR), TypeMapping.DEFAULT, VALUES)
        .forEach(object -> statements.addAll(DdlWriter.statements(object)));
    String sql = String.join(";\n", statements);
    assertThat(
            sql.lines().filter(line -> line.contains("${")).map(String::strip).distinct().sorted())
        .containsExactly(
            "\"Nor ${tenant}.\"",
            "COMMENT ON FUNCTION acme.acme_raw(acme.isbn) IS 'Not ${tenant}.';",
            "COMMENT ON FUNCTION acme.add_acme(integer, acme.isbn, acme.price[], integer)"
                + " IS 'Not ${tenant}.';",
            "CREATE OR REPLACE PROCEDURE acme.\"out\"(text text DEFAULT '${tenant}',"
                + " OUT n_acme acme.isbn)",
            "Isbn = Annotated[str, \"${tenant}.isbn\"]",
            "def out(text: str = \"${tenant}\") -> str:",
            "limit: Annotated[int, \"int DEFAULT ${limit}\"]) -> int:",
            "net: Annotated[float, \"${tenant}.amount\"]",
            "return \"${tenant}\"",
            "return [\"${tenant}\"]");
  }

  @Test
  void checksums_change_where_a_placeholder_is_used_when_its_value_does() {
    String python =
        """
        from plpython import plfunction, pltrigger

        @plfunction
        def same() -> int:
            return 1

        @plfunction(grant={"${app}": "execute"})
        def granted() -> int:
            return 1

        @pltrigger(event="INSERT", when="AFTER", table="book", condition="new.n > ${limit}")
        def watch(td):
            pass
        """;
    assertThat(changed(python, Map.of("app", "web", "limit", "1"))).containsExactly("book.watch");
    assertThat(changed(python, Map.of("app", "api", "limit", "0"))).containsExactly("granted()");
    assertThat(changed(python, Map.of("app", "web", "limit", "0", "other", "1"))).isEmpty();
  }

  private static List<String> changed(String python, Map<String, String> values) {
    List<DatabaseObject> before = resolved(python, VALUES);
    List<DatabaseObject> after = resolved(python, Placeholders.of(values));
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).checksum().equals(after.get(i).checksum())) {
        changed.add(after.get(i).identity());
      }
    }
    return changed;
  }

  private static List<DatabaseObject> resolved(String python, Placeholders placeholders) {
    return PythonResolver.resolveFiles(
        List.of(new SourceFile("sources", "a.py", python)), TypeMapping.DEFAULT, placeholders);
  }

  @Test
  void mistakes_are_told_at_the_option_when_a_placeholder_has_no_value() {
    String python =
        """
        from typing import Annotated
        from plpython import plfunction, pltable, pltrigger

        @pltable("${tenent}.book")
        class Book:
            n: int

        @plfunction(schema="${tenent}", grant={"${flyway:timestamp}": "execute"})
        def f(a: Annotated[int, "${typ}"]) -> int:
            return 1

        @pltrigger(event="INSERT", when="AFTER", model=Book, condition="new.n > ${limit")
        @pltrigger(event="UPDATE", when="AFTER", model=Book, name="g2")
        def g(td):
            pass
        """;
    String yaml =
        """
        functions:
          - name: raw
            owner: ${ap}
            returns: ${typ}
            body: |
              return "${anything}"
        """;
    InvalidSourceException mistakes =
        catchThrowableOfType(
            InvalidSourceException.class,
            () -> PythonResolver.resolveFiles(files(python, yaml), TypeMapping.DEFAULT, VALUES));
    assertThat(mistakes.getMessage())
        .isEqualTo(
            """
            sources/a.py:4:10: error: there is no placeholder '${tenent}'
                @pltable("${tenent}.book")
                         ^
              Did you mean 'tenant'? There are: app, limit, tenant.

            sources/a.py:8:20: error: there is no placeholder '${tenent}'
                @plfunction(schema="${tenent}", grant={"${flyway:timestamp}": "execute"})
                                   ^
              Did you mean 'tenant'? There are: app, limit, tenant.

            sources/a.py:8:40: error: the placeholder '${flyway:timestamp}' has no value
                @plfunction(schema="${tenent}", grant={"${flyway:timestamp}": "execute"})
                                                       ^
              It is another one in each run.

            sources/a.py:9:25: error: there is no placeholder '${typ}'
                def f(a: Annotated[int, "${typ}"]) -> int:
                                        ^
              There are: app, limit, tenant.

            sources/a.py:12:64: error: the placeholder '${limit' has no end
                @pltrigger(event="INSERT", when="AFTER", model=Book, condition="new.n > ${limit")
                                                                               ^
              Write } after its name.

            sources/b.yaml:3:12: error: there is no placeholder '${ap}'
                    owner: ${ap}
                           ^
              Did you mean 'app'? There are: app, limit, tenant.

            sources/b.yaml:4:14: error: there is no placeholder '${typ}'
                    returns: ${typ}
                             ^
              There are: app, limit, tenant.

            7 errors in the Python sources""");
  }

  @Test
  void linter_says_the_same_when_it_has_values() {
    List<SourceFile> file =
        List.of(
            new SourceFile(
                "sources",
                "a.py",
                """
                from plpython import plfunction

                @plfunction(schema="${tenent}")
                def f() -> int:
                    return 1
                """));
    assertThat(
            new PythonLinter(Set.of(), TypeMapping.DEFAULT, VALUES)
                .lint(file)
                .diagnostics()
                .get(0)
                .message())
        .isEqualTo("there is no placeholder '${tenent}'");
    assertThat(new PythonLinter(Set.of()).lint(file).objects())
        .extracting(DatabaseObject::identity)
        .containsExactly("\"${tenent}\".f()");
  }
}
