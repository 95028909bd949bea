package org.plpython.deploy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.RegisteredDefinition;
import org.plpython.catalog.RegisteredDefinition.Earlier;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.SearchPath;
import org.plpython.catalog.SessionSettings;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings;
import org.plpython.sql.GuardStatements;
import org.plpython.sql.RegistryStatements;
import org.plpython.sql.ReversalStatements;

/**
 * Undoes the latest deploy of objects that are deployed together, by what the registry has kept:
 * what was there before is there again, and what was not there goes. What nobody has kept is not
 * guessed.
 */
public final class Reversal {
  private final Connection connection;
  private final PlanSettings settings;
  private final Opening opening;

  /** Over a connection whose transactions are its owner's. */
  public Reversal(Connection connection, PlanSettings settings, DeploySettings timing) {
    this.connection = connection;
    this.settings = settings;
    this.opening = new Opening(timing);
  }

  /**
   * Undoes it. Nothing is done for objects that the registry does not know, nor for those that the
   * latest deploy has left as they were.
   *
   * @throws DeployException if nobody has kept what was there before, or the server refuses
   */
  public void undo(List<DatabaseObject> objects) {
    try {
      JoinedTransaction.run(
          connection,
          () -> {
            String path = SearchPath.get(connection);
            SessionSettings before = SessionSettings.read(connection, Opening.names());
            SqlRunner.runAll(connection, opening.turn());
            SqlRunner.runTogether(connection, opening.settings());
            SqlRunner.runAll(connection, statements(objects, false));
            SearchPath.set(connection, path);
            before.restore(connection);
            return objects;
          });
    } catch (SQLException error) {
      throw new DeployException(
          "the %s cannot be rolled back: %s"
              .formatted(String.join(", the ", names(objects)), ServerError.withAdvice(error)),
          error);
    }
  }

  /**
   * The statements that would, as a whole transaction.
   *
   * @param isAhead whether a deploy is meant that has yet to happen: what is there now will be
   *     there again then, and what is not there will go
   * @return without semicolons at their ends; none: there is nothing to do
   * @throws DeployException if nobody has kept what was there before, or the server cannot be asked
   */
  public List<String> script(List<DatabaseObject> objects, boolean isAhead) {
    try {
      List<String> statements = statements(objects, isAhead);
      return statements.isEmpty() ? statements : opening.script(statements);
    } catch (SQLException error) {
      throw new DeployException("The database could not be asked: " + error.getMessage(), error);
    }
  }

  private static List<String> names(List<DatabaseObject> objects) {
    return objects.stream().map(it -> it.kind() + " " + it.identity()).toList();
  }

  private List<String> statements(List<DatabaseObject> objects, boolean isAhead)
      throws SQLException {
    RegistryTable registry = Surroundings.read(connection, settings).registry();
    String project = settings.project().orElse("");
    List<RegisteredDefinition> known =
        RegisteredDefinition.read(connection, registry, project, names(objects));
    ReversalStatements statements = new ReversalStatements(registry, project);
    List<String> making = new ArrayList<>();
    List<String> noting = new ArrayList<>();
    for (RegisteredDefinition it : latest(known, isAhead)) {
      Optional<Earlier> earlier = isAhead ? Optional.of(now(it)) : kept(it);
      making.addAll(statements.making(it, earlier));
      noting.addAll(statements.noting(it, earlier));
    }
    if (isAhead) {
      for (DatabaseObject object : backwards(objects)) {
        if (known.stream().noneMatch(row -> isOf(row, object))
            && !isThere(registry, project, object)) {
          making.addAll(statements.removal(object));
        }
      }
    }
    if (!noting.isEmpty()) {
      making.add(RegistryStatements.CATALOG_PATH);
      making.addAll(noting);
    }
    return making;
  }

  private static List<DatabaseObject> backwards(List<DatabaseObject> objects) {
    List<DatabaseObject> backwards = new ArrayList<>(objects);
    Collections.reverse(backwards);
    return backwards;
  }

  /** What is there already, and not by us, stays. */
  private boolean isThere(RegistryTable registry, String project, DatabaseObject object)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(new GuardStatements(registry, project, object).lookup())) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static boolean isOf(RegisteredDefinition row, DatabaseObject object) {
    return row.object().kind().equals(object.kind())
        && row.object().declared().equals(object.identity());
  }

  /** Those that the latest deploy has touched, or all, and what calls others before these. */
  private static List<RegisteredDefinition> latest(
      List<RegisteredDefinition> known, boolean isAll) {
    long latest = known.stream().mapToLong(RegisteredDefinition::installedAt).max().orElse(0);
    return known.stream()
        .filter(it -> isAll || it.installedAt() == latest)
        .sorted(Comparator.comparing(it -> turn(it.object().kind())))
        .toList();
  }

  private static int turn(String kind) {
    return kind.endsWith("trigger") ? 0 : kind.equals("aggregate") ? 1 : 2;
  }

  private static Optional<Earlier> kept(RegisteredDefinition present) {
    if (present.earlier().filter(it -> it.definition().isEmpty()).isPresent()) {
      throw new DeployException(
          """
          the %s was in the database before it was deployed for the first time, and nobody has kept how it was
            Make it again by hand, or leave it and have the change set forgotten. Nothing was changed."""
              .formatted(present.object().kind() + " " + present.object().declared()));
    }
    return present.earlier();
  }

  private static Earlier now(RegisteredDefinition present) {
    return new Earlier(present.object().kind(), present.object().identity(), present.definition());
  }
}
