package org.plpython.plan;

import java.util.List;
import java.util.Set;
import org.plpython.catalog.Installed;
import org.plpython.catalog.InstalledSignature;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Parameter;
import org.plpython.object.Routine;
import org.plpython.object.Trigger;

/**
 * Knows what CREATE OR REPLACE refuses to change; the manual's CREATE FUNCTION and CREATE TRIGGER,
 * and the checks of ProcedureCreate in pg_proc.c.
 */
final class Signatures {
  private static final Set<String> STATE = Set.of("enabled");

  private final RoutineAttributes routines;

  Signatures(RoutineAttributes routines) {
    this.routines = routines;
  }

  /**
   * Whether the object has to be dropped and made again.
   *
   * @param differing the attributes that differ
   */
  boolean mustBeDropped(Target target, Installed before, List<String> differing) {
    DatabaseObject object = target.object();
    if (object instanceof Trigger trigger) {
      boolean isConstraint =
          trigger.definition().constraint().isPresent()
              || !before.attribute("constraint").isEmpty();
      return isConstraint && !STATE.containsAll(differing);
    } else if (object instanceof EventTrigger) {
      return !STATE.containsAll(differing);
    }
    return !before.identity().equals(target.identity())
        || !before.kind().equals(object.kind())
        || isOther(object, before.signature().orElseThrow());
  }

  private boolean isOther(DatabaseObject object, InstalledSignature before) {
    List<Parameter> parameters = parameters(object);
    long defaults = parameters.stream().filter(p -> p.defaultValue().isPresent()).count();
    return !result(object).equals(before.result())
        || defaults < before.defaults()
        || isRenamed(parameters, before.inputs());
  }

  private static List<Parameter> parameters(DatabaseObject object) {
    if (object instanceof Aggregate aggregate) {
      return aggregate.parameters();
    }
    return object instanceof Routine.Function function ? function.parameters() : List.of();
  }

  /** A name may be given to what had none. */
  private static boolean isRenamed(List<Parameter> parameters, List<String> before) {
    for (int i = 0; i < Math.min(parameters.size(), before.size()); i++) {
      if (!before.get(i).isEmpty() && !before.get(i).equals(parameters.get(i).name())) {
        return true;
      }
    }
    return false;
  }

  private String result(DatabaseObject object) {
    return object instanceof Aggregate aggregate
        ? aggregate
            .finalFunction()
            .map(routines::result)
            .orElseGet(() -> routines.type(aggregate.state().parameters().get(0).type()))
        : routines.result((Routine) object);
  }
}
