package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.JoinedDeployment.Outcome;
import org.plpython.harness.ServerTest;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Trigger;

/** Deploys in transactions of somebody else's. */
@ServerTest
class JoinedDeploymentTest {
  private static final String F =
      """
      @plfunction
      def f() -> int:
          return 1
      """;
  private static final String CLEAN =
      """
      @pltrigger(event="INSERT", when="BEFORE", table="book", detach=True)
      def clean(new):
          new.id = 7
      """;

  private final Connection connection;
  private final Database database;
  private final JoinedDeployment deployment;

  JoinedDeploymentTest(Connection connection) {
    this.connection = connection;
    this.database = new Database(connection);
    this.deployment =
        new JoinedDeployment(connection, Database.settings("shop"), DeploySettings.DEFAULT);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    connection.setAutoCommit(false);
  }

  @AfterEach
  void endTransaction() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private Outcome apply(String text, Predicate<DatabaseObject> mayWait) {
    return deployment.apply(Database.objects(text), mayWait, Optional.of(text), DeployWatcher.NONE);
  }

  @Test
  void everything_is_taken_back_when_the_transaction_is() throws SQLException {
    apply(F, it -> false);
    assertThat(database.query("SELECT f()")).containsExactly("1");
    connection.rollback();
    assertThat(database.query("SELECT to_regproc('f'), to_regclass('plpython_objects')"))
        .containsExactly((String) null);
  }

  @Test
  void settings_of_the_session_are_as_before_when_it_has_deployed() throws SQLException {
    database.execute(
        "SET LOCAL timezone = 'Asia/Tokyo'",
        "SET LOCAL lock_timeout = '7s'",
        "SET LOCAL search_path = public, pg_temp");
    String settings =
        "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name"
            + " IN ('TimeZone', 'lock_timeout', 'search_path', 'check_function_bodies',"
            + " 'statement_timeout', 'DateStyle', 'quote_all_identifiers')";
    var before = database.query(settings);
    apply(F, it -> false);
    assertThat(database.query(settings)).isEqualTo(before);
  }

  @Test
  void trigger_waits_and_its_function_does_not_when_its_table_is_not_there() throws SQLException {
    Outcome first = apply(F + CLEAN, Trigger.class::isInstance);
    assertThat(first.waiting()).extracting("identity").containsExactly("book.clean");
    assertThat(Database.told(first.plan()))
        .containsExactly("create function public.clean(): new", "create function public.f(): new");
    database.execute("CREATE TABLE book (id int)");
    Outcome second = apply(F + CLEAN, it -> false);
    assertThat(second.waiting()).isEmpty();
    assertThat(Database.told(second.plan()))
        .containsExactly("create trigger public.book.clean: new");
  }

  @Test
  void it_is_refused_when_what_is_missing_must_be_there() {
    assertThatThrownBy(() -> apply(F + CLEAN, it -> false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("there is no table book");
  }

  @Test
  void trigger_waits_for_the_language_with_its_function() throws SQLException {
    database.execute("CREATE TABLE book (id int)", "DROP EXTENSION plpython3u");
    Outcome outcome = apply(CLEAN, it -> true);
    assertThat(outcome.waiting())
        .extracting("kind")
        .containsExactlyInAnyOrder("function", "trigger");
    assertThat(outcome.plan().changes()).isEmpty();
  }

  @Test
  void state_is_known_as_superseded_when_another_one_was_deployed_since() {
    apply(F, it -> false);
    assertThat(deployment.past().releases().isLatest(F)).isTrue();
    String later = F.replace("1", "2");
    apply(later, it -> false);
    assertThat(deployment.past().releases().isSuperseded(F)).isTrue();
    assertThat(deployment.past().releases().isSuperseded("unheard of")).isFalse();
    apply(F, it -> false);
    assertThat(deployment.past().releases().releases()).containsExactly(later, F);
  }

  @Test
  void each_deploy_commits_by_itself_when_the_connection_does() throws SQLException {
    connection.setAutoCommit(true);
    apply(F, it -> false);
    assertThat(connection.getAutoCommit()).isTrue();
    assertThat(database.query("SELECT f()")).containsExactly("1");
    assertThatThrownBy(() -> apply(F.replace("int:", "no_such_type:"), it -> false))
        .isInstanceOf(Exception.class);
    assertThat(connection.getAutoCommit()).isTrue();
    connection.setAutoCommit(false);
  }

  @Test
  void triggers_come_back_as_they_were_when_they_are_detached_for_a_while() throws SQLException {
    database.execute(
        "CREATE TABLE book (id int) PARTITION BY LIST (id)",
        "CREATE TABLE one PARTITION OF book FOR VALUES IN (1)");
    apply(CLEAN, it -> false);
    database.execute("ALTER TABLE one DISABLE TRIGGER clean");
    String triggers =
        "SELECT tgrelid::regclass || ' ' || tgenabled::text FROM pg_trigger"
            + " WHERE tgname = 'clean' ORDER BY 1";
    var before = database.query(triggers);
    List<Trigger> ours =
        Database.objects(CLEAN).stream()
            .filter(Trigger.class::isInstance)
            .map(Trigger.class::cast)
            .toList();
    DetachedTriggers detached = DetachedTriggers.detach(connection, ours);
    assertThat(detached.count()).isEqualTo(1);
    assertThat(database.query(triggers)).isEmpty();
    assertThat(detached.attach(connection)).isEmpty();
    assertThat(database.query(triggers)).isEqualTo(before);
  }

  @Test
  void others_come_back_when_the_server_does_not_take_one_back() throws SQLException {
    database.execute("CREATE TABLE book (id int)", "CREATE TABLE other (id int)");
    String both = CLEAN + CLEAN.replace("book", "other").replace("clean", "tidy");
    apply(both, it -> false);
    List<Trigger> ours =
        Database.objects(both).stream()
            .filter(Trigger.class::isInstance)
            .map(Trigger.class::cast)
            .toList();
    DetachedTriggers detached = DetachedTriggers.detach(connection, ours);
    database.execute("DROP TABLE book");
    assertThat(detached.attach(connection))
        .singleElement()
        .asString()
        .startsWith("trigger public.book.clean: ")
        .contains("\"public.book\" does not exist");
    assertThat(database.query("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"))
        .containsExactly("tidy");
  }
}
