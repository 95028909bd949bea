package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.RegisteredDefinition;
import org.plpython.catalog.RegisteredDefinition.Earlier;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.SearchPath;
import org.plpython.catalog.ServerFacts;
import org.plpython.plan.PlanSettings;
import org.plpython.sql.ReversalStatements;

/**
 * Undoes the latest deploy of an object, by what the registry has kept: what was there before is
 * there again, and what was not there goes. What nobody has kept is not guessed.
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
   * Undoes it. Nothing is done for an object that the registry does not know.
   *
   * @param name kind and identity, as its author writes it
   * @throws DeployException if nobody has kept what was there before, or the server refuses
   */
  public void undo(String name) {
    try {
      JoinedTransaction.run(
          connection,
          () -> {
            String path = SearchPath.get(connection);
            SqlRunner.runAll(connection, opening.turn());
            SqlRunner.runAll(connection, opening.settings());
            SqlRunner.runAll(connection, statements(name, false));
            SearchPath.set(connection, path);
            return name;
          });
    } catch (SQLException error) {
      throw new DeployException(
          "the %s cannot be rolled back: %s".formatted(name, ServerError.withAdvice(error)), error);
    }
  }

  /**
   * The statements that would, as a whole transaction.
   *
   * @param isAhead whether a deploy is meant that has yet to happen: what is there now will be
   *     there again then
   * @return without semicolons at their ends; none: there is nothing to do
   * @throws DeployException if nobody has kept what was there before, or the server cannot be asked
   */
  public List<String> script(String name, boolean isAhead) {
    try {
      List<String> statements = statements(name, isAhead);
      if (statements.isEmpty()) {
        return statements;
      }
      List<String> script = new ArrayList<>(List.of("BEGIN"));
      script.addAll(opening.turn());
      script.addAll(opening.settings());
      script.addAll(statements);
      script.add("COMMIT");
      return script;
    } catch (SQLException error) {
      throw new DeployException("The database could not be asked: " + error.getMessage(), error);
    }
  }

  private List<String> statements(String name, boolean isAhead) throws SQLException {
    RegistryTable registry =
        PlanReader.registry(connection, settings, ServerFacts.read(connection));
    String project = settings.project().orElse("");
    Optional<RegisteredDefinition> known =
        RegisteredDefinition.read(connection, registry, project, name);
    if (known.isEmpty()) {
      return List.of();
    }
    RegisteredDefinition present = known.get();
    ReversalStatements statements = new ReversalStatements(registry, project);
    Optional<Earlier> earlier = isAhead ? Optional.of(now(present)) : present.earlier();
    if (earlier.isEmpty()) {
      return statements.removal(present.object());
    } else if (earlier.get().definition().isEmpty()) {
      throw new DeployException(
          """
          the %s was in the database before it was deployed for the first time, and nobody has kept how it was
            Make it again by hand, or leave it and have the change set forgotten. Nothing was changed."""
              .formatted(name));
    }
    return statements.restoration(present, earlier.get());
  }

  private static Earlier now(RegisteredDefinition present) {
    return new Earlier(present.object().kind(), present.object().identity(), present.definition());
  }
}
