package org.plpython.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plpython.catalog.Installed;
import org.plpython.catalog.ServerFacts;
import org.plpython.catalog.TriggerPart;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Trigger;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.EventTriggerStatements;
import org.plpython.sql.KeptStatements;
import org.plpython.sql.ServerEncoding;
import org.plpython.sql.TriggerStatements;

/**
 * The statements that make an object what it shall be, by the lightest way, with all kept that its
 * author leaves to others.
 */
final class ChangeStatements {
  /** What a new trigger has as pg_trigger.tgenabled. */
  private static final String NEW = "O";

  private static final Set<String> DECLARED_APART = Set.of("comment", "execute", "owner");
  private static final Set<String> STATE = Set.of("enabled");

  private final ServerEncoding encoding;
  private final Map<Long, List<TriggerPart>> parts;

  /** With the parts of all triggers that are there and change, by their oids. */
  ChangeStatements(ServerFacts server, Map<Long, List<TriggerPart>> parts) {
    this.encoding = new ServerEncoding(server.encoding());
    this.parts = parts;
  }

  /** Those that make it from nothing. */
  List<String> creation(Target target) {
    return DdlWriter.creation(target.object(), target.identity(), encoding);
  }

  /** Those that make it of what is there. */
  List<String> replacement(Change.Replace change) {
    DatabaseObject object = change.target().object();
    Set<String> differing = names(change.differences());
    if (object instanceof Trigger trigger) {
      TriggerStatements statements = new TriggerStatements(trigger);
      return STATE.containsAll(differing)
          ? List.of(statements.state())
          : withStates(statements, change.before(), differing);
    } else if (object instanceof EventTrigger trigger) {
      return List.of(new EventTriggerStatements(trigger).state());
    }
    List<String> all = new ArrayList<>();
    if (differing.contains("execute")) {
      all.addAll(new KeptStatements(change.before()).revokeAll());
    }
    all.addAll(
        DECLARED_APART.containsAll(differing)
            ? DdlWriter.declarations(object, change.target().identity())
            : creation(change.target()));
    change.target().undeclared().stream()
        .filter(differing::contains)
        .forEach(name -> all.add(KeptStatements.withdrawn(name, change.target().identity())));
    return all;
  }

  private static Set<String> names(List<Difference> differences) {
    return differences.stream().map(Difference::attribute).collect(Collectors.toSet());
  }

  private List<String> withStates(
      TriggerStatements statements, Installed before, Set<String> differing) {
    List<String> all = new ArrayList<>(List.of(statements.create()));
    statements.declareState().ifPresent(all::add);
    if (statements.declareState().isEmpty() && !differing.contains("enabled")) {
      for (TriggerPart part : parts.getOrDefault(before.oid(), List.of())) {
        if (!part.state().equals(NEW)) {
          all.add(statements.restoreState(part.table(), part.state()));
        }
      }
    }
    return all;
  }

  /** Those that make it again after what was there has been dropped. */
  List<String> recreation(Change.Recreate change) {
    Target target = change.target();
    Installed before = change.before();
    Set<String> withdrawn = names(change.differences());
    if (target.object() instanceof Trigger trigger) {
      return triggerAgain(new TriggerStatements(trigger), before, withdrawn);
    } else if (target.object() instanceof EventTrigger trigger) {
      return eventTriggerAgain(new EventTriggerStatements(trigger), before, withdrawn);
    }
    List<String> all = new ArrayList<>(creation(target));
    KeptStatements kept = new KeptStatements(before);
    if (isKept(target, "owner", withdrawn)) {
      all.add(kept.owner(target.identity()));
    }
    if (isKept(target, "execute", withdrawn)) {
      all.addAll(kept.grants(target.identity()));
    }
    if (isKept(target, "comment", withdrawn)) {
      kept.comment(target.identity()).ifPresent(all::add);
    }
    return all;
  }

  private static boolean isKept(Target target, String name, Set<String> withdrawn) {
    return target.undeclared().contains(name) && !withdrawn.contains(name);
  }

  private List<String> triggerAgain(
      TriggerStatements statements, Installed before, Set<String> withdrawn) {
    List<String> all = new ArrayList<>(withStates(statements, before, withdrawn));
    for (TriggerPart part : parts.getOrDefault(before.oid(), List.of())) {
      part.comment().ifPresent(c -> all.add(statements.restoreComment(part.table(), c)));
    }
    return all;
  }

  private static List<String> eventTriggerAgain(
      EventTriggerStatements statements, Installed before, Set<String> withdrawn) {
    List<String> all = new ArrayList<>(List.of(statements.create()));
    statements.declareState().ifPresent(all::add);
    if (statements.declareState().isEmpty() && !withdrawn.contains("enabled")) {
      all.add(statements.restoreState(before.attribute("enabled")));
    }
    if (!before.attribute("comment").isEmpty()) {
      all.add(statements.restoreComment(before.attribute("comment")));
    }
    all.add(statements.restoreOwner(before.attribute("owner")));
    return all;
  }
}
