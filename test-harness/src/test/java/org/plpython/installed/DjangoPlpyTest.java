package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/** Functions and triggers in the manner of django-plpy's guide, imports included, unchanged. */
@ServerTest
class DjangoPlpyTest {

  @Test
  void files_work_unchanged_when_they_were_written_for_django_plpy(Connection connection)
      throws SQLException {
    Installed database = new Installed(connection);
    database.execute(
        "CREATE TABLE books_book (name text, amount_stock int DEFAULT 20,"
            + " amount_sold int DEFAULT 10)");
    database.install(
        """
        from typing import Dict, List

        from django.db.models import Transform
        from django_plpy.installer import plfunction, pltrigger


        @plfunction
        def pl_max(a: int, b: int) -> int:
            if a > b:
                return a
            return b


        @plfunction
        def plsquare(a: int) -> int:
            return a * a


        class PySquare(Transform):
            lookup_name = "plsquare"
            function = "plsquare"


        @plfunction
        def pl_arguments(
            list_str: List[str], list_int: List[int], flag: bool, number: float, tags: Dict[str, str]
        ) -> int:
            return len(list_str) + sum(list_int) + flag + int(number) + len(tags["a"])


        @plfunction
        def pl_load_path(path: str):
            import sys

            sys.path.append(path)


        @pltrigger(event="INSERT", when="BEFORE", table="books_book")
        def pl_trigger(td, plpy):
            # mind triggers don't return anything
            td["new"]["name"] = td["new"]["name"] + "test"
            td["new"]["amount_sold"] = plpy.execute("SELECT count(*) FROM books_book")[0]["count"]
        """);
    assertThat(database.value("SELECT pl_max(10, 20)")).isEqualTo("20");
    assertThat(database.value("SELECT plsquare(20)")).isEqualTo("400");
    assertThat(database.value("SELECT pl_arguments('{a,b}', '{1,2}', true, 1.5, '{\"a\": \"x\"}')"))
        .isEqualTo("8");
    assertThat(database.value("SELECT pl_load_path('/nowhere')")).isEmpty();
    assertThat(
            database.query(
                "INSERT INTO books_book VALUES ('book'), ('other') RETURNING name || amount_sold"))
        .containsExactly("booktest0", "othertest1");
  }
}
