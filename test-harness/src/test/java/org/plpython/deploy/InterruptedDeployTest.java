package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.Step;

/** Deploys that are killed, that meet another one, and that wait for somebody's lock. */
@ServerTest
class InterruptedDeployTest {
  private static final int FUNCTIONS = 20;
  private static final int KILLS = 50;

  private final PlPythonDatabase server;
  private final Database database;

  InterruptedDeployTest(PlPythonDatabase server, Connection connection) {
    this.server = server;
    this.database = new Database(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "CREATE TABLE book (isbn text)");
  }

  private static String version(int number) {
    return IntStream.range(0, FUNCTIONS)
            .mapToObj(i -> "@plfunction\ndef f%d() -> int:\n    return %d\n".formatted(i, number))
            .collect(Collectors.joining())
        + "@pltrigger(event='INSERT', when='BEFORE', table='book', args=['"
        + number
        + "'])\ndef clean(new):\n    pass\n";
  }

  private Deployment deployment(Connection connection, DeploySettings timing) {
    return new Deployment(connection, Database.settings("shop"), timing);
  }

  /** The version that every function, the trigger and the registry say is installed. */
  private List<String> installed() throws SQLException {
    String calls =
        IntStream.range(0, FUNCTIONS)
            .mapToObj(i -> "SELECT f" + i + "()::text AS v")
            .collect(Collectors.joining(" UNION "));
    return database.query(
        calls
            + " UNION SELECT replace(encode(tgargs, 'escape'), '\\000', '') FROM pg_trigger"
            + " UNION SELECT substring(definition FROM 'return (\\d+)') FROM plpython_objects"
            + " WHERE name LIKE 'f%'");
  }

  @Test
  void database_holds_old_or_new_when_a_deploy_is_killed_at_any_moment() throws Exception {
    database.apply(version(0));
    Random random = new Random(4);
    int current = 0;
    int killed = 0;
    for (int next = 1; next <= KILLS; next++) {
      List<DatabaseObject> objects = Database.objects(version(next));
      try (Connection connection = server.connect()) {
        String backend = pid(connection);
        long delay = random.nextInt(60);
        CompletableFuture<Void> killer =
            CompletableFuture.runAsync(
                () -> kill(backend),
                CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS));
        try {
          deployment(connection, DeploySettings.DEFAULT).apply(objects, DeployWatcher.NONE);
        } catch (DeployException expected) {
          killed++;
        }
        killer.join();
      } catch (SQLException closedTwice) {
        // the connection is dead already
      }
      List<String> found = installed();
      assertThat(found).hasSize(1);
      assertThat(found.get(0)).isIn(String.valueOf(current), String.valueOf(next));
      current = Integer.parseInt(found.get(0));
    }
    assertThat(killed).isPositive();
    database.apply(version(KILLS));
    assertThat(installed()).containsExactly(String.valueOf(KILLS));
  }

  private static String pid(Connection connection) throws SQLException {
    return new SqlRunner(connection).value("SELECT pg_backend_pid()");
  }

  private void kill(String pid) {
    try {
      database.query("SELECT pg_terminate_backend(" + pid + ")");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void second_deployer_waits_and_has_nothing_to_do_when_two_start_at_once() throws Exception {
    CountDownLatch planned = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    DeployWatcher slow =
        new DeployWatcher() {
          @Override
          public void planned(Plan plan) {
            planned.countDown();
            await(started);
          }
        };
    try (Connection first = server.connect();
        Connection second = server.connect()) {
      List<DatabaseObject> objects = Database.objects(version(1));
      CompletableFuture<Plan> one =
          CompletableFuture.supplyAsync(
              () -> deployment(first, DeploySettings.DEFAULT).apply(objects, slow));
      await(planned);
      CompletableFuture<Plan> two =
          CompletableFuture.supplyAsync(
              () -> deployment(second, DeploySettings.DEFAULT).apply(objects, DeployWatcher.NONE));
      while (database
          .query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
          .isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(two).isNotDone();
      started.countDown();
      assertThat(one.get().changes()).hasSize(FUNCTIONS + 2);
      assertThat(two.get().changes()).isEmpty();
      assertThat(two.get().unchanged()).isEqualTo(FUNCTIONS + 2);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("nothing happens");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void deploy_gives_up_when_another_one_does_not_end() throws SQLException {
    try (Connection other = server.connect();
        Connection connection = server.connect()) {
      other.setAutoCommit(false);
      new SqlRunner(other).run("SELECT pg_advisory_xact_lock(" + Opening.LOCK + ")");
      DeploySettings impatient =
          new DeploySettings(
              Duration.ofSeconds(1), Duration.ofSeconds(9), Duration.ofMillis(50), 3);
      assertThatThrownBy(
              () ->
                  deployment(connection, impatient)
                      .apply(Database.objects(version(1)), DeployWatcher.NONE))
          .hasMessageContaining("another deploy in this database has not ended");
    }
  }

  @Test
  void deploy_is_tried_again_and_then_told_when_somebody_locks_the_table() throws SQLException {
    try (Connection other = server.connect();
        Connection connection = server.connect()) {
      other.setAutoCommit(false);
      new SqlRunner(other).run("LOCK TABLE book IN ROW EXCLUSIVE MODE");
      List<String> again = new ArrayList<>();
      DeployWatcher watcher =
          new DeployWatcher() {
            @Override
            public void again(String reason, int attempt) {
              again.add(attempt + (reason.contains("lock timeout") ? " lock timeout" : reason));
            }

            @Override
            public void done(Step step) {
              if (again.size() == 2) {
                release(other);
              }
            }
          };
      DeploySettings impatient =
          new DeploySettings(
              Duration.ofMillis(100), Duration.ofSeconds(9), Duration.ofSeconds(9), 2);
      assertThatThrownBy(
              () -> deployment(connection, impatient).apply(Database.objects(version(1)), watcher))
          .hasMessageContaining("db/a.py:")
          .hasMessageContaining(
              "cannot install the trigger book.clean: ERROR: canceling statement due to lock timeout")
          .hasMessageContaining("--lock-timeout");
      assertThat(again).containsExactly("2 lock timeout");
      assertThat(database.query("SELECT proname FROM pg_proc WHERE proname = 'f1'")).isEmpty();
      again.clear();
      deployment(
              connection,
              new DeploySettings(
                  Duration.ofMillis(100), Duration.ofSeconds(9), Duration.ofSeconds(9), 9))
          .apply(Database.objects(version(1)), watcher);
      assertThat(again).containsExactly("2 lock timeout", "3 lock timeout");
    }
  }

  private static void release(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
