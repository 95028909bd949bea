package org.plpython.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liquibase.database.Database;
import liquibase.database.core.CockroachDatabase;
import liquibase.database.core.H2Database;
import liquibase.database.core.PostgresDatabase;
import org.junit.jupiter.api.Test;

/** Databases that have no PL/Python. */
class OtherDatabaseTest {
  @Test
  void changes_say_no_when_the_database_is_none_of_theirs() {
    PlPythonFunctionChange change = new PlPythonFunctionChange();
    assertThat(change.supports(new PostgresDatabase())).isTrue();
    for (Database other : List.of(new H2Database(), new CockroachDatabase())) {
      assertThat(change.supports(other)).isFalse();
      assertThat(change.validate(other).getErrorMessages())
          .singleElement()
          .asString()
          .contains("plpythonFunction is for PostgreSQL alone, not for");
    }
  }
}
