package org.plpython.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.Installed;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.sql.DependentStatements;
import org.plpython.sql.DropStatements;
import org.plpython.sql.RegistryStatements;

/** Refuses to drop what others hang on, and says what a person could do. */
final class Refusals {
  private final ChangeStatements statements;

  Refusals(ChangeStatements statements) {
    this.statements = statements;
  }

  /** The object's kind in SQL's words. */
  static String kind(Dependent dependent) {
    return dependent.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The object with its kind. */
  static String name(Dependent dependent) {
    return kind(dependent) + " " + dependent.identity();
  }

  /**
   * The refusals of changes.
   *
   * @param dependents by the oid of what is dropped
   */
  List<Refusal> of(
      List<Change> changes, Map<Long, List<Dependent>> dependents, Dependents setting) {
    List<Refusal> refusals = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.Recreate recreate) {
        boolean isAllowed =
            setting == Dependents.RECREATE
                && recreate.dependents().stream().allMatch(Dependent::isRecreatable);
        if (!recreate.dependents().isEmpty() && !isAllowed) {
          refusals.add(recreation(recreate, setting));
        }
      } else if (change instanceof Change.Drop drop) {
        List<Dependent> hanging = dependents.getOrDefault(drop.before().oid(), List.of());
        if (!hanging.isEmpty()) {
          refusals.add(removal(drop, hanging));
        }
      }
    }
    return refusals;
  }

  private Refusal recreation(Change.Recreate change, Dependents setting) {
    List<Dependent> others =
        setting == Dependents.REFUSE
            ? change.dependents()
            : change.dependents().stream().filter(it -> !it.isRecreatable()).toList();
    boolean isHelped = change.dependents().stream().allMatch(Dependent::isRecreatable);
    return new Refusal(
        Optional.of(change.target().object().origin().toString()),
        "the %s must be dropped and made again, and this hangs on it: %s"
            .formatted(previous(change.before()), names(others)),
        (isHelped
                ? "Say --dependents recreate to have all of it dropped and made again, or run this"
                : "Run this")
            + " in a versioned migration:",
        Optional.of(script(change)));
  }

  private static String previous(Installed installed) {
    return installed.kind() + " " + installed.identity();
  }

  private static Refusal removal(Change.Drop change, List<Dependent> hanging) {
    List<String> script = new ArrayList<>();
    hanging.forEach(it -> script.addAll(new DependentStatements(it).drop()));
    script.addAll(DropStatements.of(change.before()));
    return new Refusal(
        Optional.empty(),
        "the %s is no longer in the sources (it was in %s), and this hangs on it: %s"
            .formatted(change.item(), change.item().source(), names(hanging)),
        "Drop that first in a versioned migration, put the source back, or say --protect '%s'. This"
                .formatted(change.item().identity())
            + " would drop all of it:",
        Optional.of(transaction(script)));
  }

  private static String names(List<Dependent> dependents) {
    return dependents.stream().map(Refusals::name).collect(Collectors.joining(", "));
  }

  private String script(Change.Recreate change) {
    List<String> script = new ArrayList<>();
    change.dependents().forEach(it -> script.addAll(new DependentStatements(it).drop()));
    script.addAll(DropStatements.of(change.before()));
    script.addAll(statements.recreation(change));
    script.add(RegistryStatements.CATALOG_PATH);
    for (int i = change.dependents().size() - 1; i >= 0; i--) {
      script.addAll(new DependentStatements(change.dependents().get(i)).create());
    }
    return transaction(script);
  }

  private static String transaction(List<String> statements) {
    return statements.stream().collect(Collectors.joining(";\n", "BEGIN;\n", ";\nCOMMIT;\n"));
  }
}
