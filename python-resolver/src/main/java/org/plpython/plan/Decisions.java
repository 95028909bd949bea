package org.plpython.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plpython.catalog.Installed;
import org.plpython.catalog.Registered;
import org.plpython.catalog.RegistrySql;
import org.plpython.catalog.ServerFacts;
import org.plpython.object.Routine;
import org.plpython.plan.Decision.Alter;
import org.plpython.plan.Decision.Make;
import org.plpython.plan.Decision.Note;
import org.plpython.plan.Decision.Remove;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.ServerEncoding;

/** Decides for each object by itself what becomes of it. */
final class Decisions {
  private static final String DRIFT_ADVICE =
      "Take over in the sources what was done there, or have it undone: say --drift-policy repair.";

  private final PlanSettings settings;
  private final ServerEncoding encoding;
  private final String role;
  private final Signatures signatures;
  private final Comparison comparison;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Decision> decided = new ArrayList<>();
  private final List<Alter> drifted = new ArrayList<>();

  Decisions(
      PlanSettings settings, ServerFacts server, Signatures signatures, Comparison comparison) {
    this.settings = settings;
    this.encoding = new ServerEncoding(server.encoding());
    this.role = server.role();
    this.signatures = signatures;
    this.comparison = comparison;
  }

  /** Decides everything; what cannot be done is among the refusals. */
  Decisions decide(Map<String, SortedMap<String, String>> tried) {
    comparison.matches(tried).forEach(this::decide);
    comparison.gone().forEach(row -> decided.add(new Remove(row, comparison.installed(row))));
    return this;
  }

  List<Decision> decided() {
    return List.copyOf(decided);
  }

  /** What drifted, and stays as it is. */
  List<Alter> drifted() {
    return List.copyOf(drifted);
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  private void decide(Match match) {
    Target target = match.target();
    Optional<String> other =
        match.row().map(Registered::project).filter(project -> !isOurs(project));
    if (other.isPresent()) {
      refuse(
          target,
          "belongs to the project '" + other.get() + "'",
          settings.project().isEmpty()
              ? "No project is named here. If it is that one, say --project '%s'."
                  .formatted(other.get())
              : "Two projects cannot have one object: rename it here, remove it there first, or"
                  + " deploy as that project.");
    } else if (match.before().isEmpty()) {
      Reason reason = match.row().isPresent() ? Reason.DRIFTED : Reason.NEW;
      decided.add(new Make(target, reason, comparison.foreignOverloads(target)));
      if (reason == Reason.DRIFTED && settings.drift() == DriftPolicy.FAIL) {
        refuse(target, "was dropped in the database", DRIFT_ADVICE);
      }
    } else {
      decide(match, match.before().get());
    }
  }

  private boolean isOurs(String project) {
    return project.isEmpty() || project.equals(settings.project().orElse(""));
  }

  private void decide(Match match, Installed before) {
    Target target = match.target();
    SortedMap<String, String> attributes = withoutOwner(match.attributes(), before);
    attributes.putAll(withdrawn(target, before));
    List<String> differing = Installed.differing(attributes, before.attributes());
    boolean isDropped = signatures.mustBeDropped(target, before, differing);
    if (differing.isEmpty() && !isDropped) {
      decided.add(new Note(target, before));
    } else if (match.row().isEmpty() && !settings.adopt()) {
      refuse(
          target,
          "is in the database already, is another one, and no deploy of ours made it",
          "It differs in: %s. Say --adopt to have it replaced, or give this one another name."
              .formatted(String.join(", ", differing)));
    } else {
      decide(
          new Alter(
              target,
              before,
              reason(match, isDropped),
              differences(target, before, attributes, differing),
              isDropped));
    }
  }

  private void decide(Alter alter) {
    boolean isDrifted = alter.differences().stream().anyMatch(Difference::isDrift);
    if (alter.reason() == Reason.DRIFTED && settings.drift() == DriftPolicy.REPORT) {
      drifted.add(alter);
    } else if (isDrifted && settings.drift() == DriftPolicy.FAIL) {
      refuse(
          alter.target(),
          "was changed in the database since the last deploy: "
              + alter.differences().stream()
                  .filter(Difference::isDrift)
                  .map(Difference::attribute)
                  .collect(Collectors.joining(", ")),
          DRIFT_ADVICE);
    } else {
      decided.add(alter);
    }
  }

  /** Its owner may always call a routine, and is not among those to whom that is granted. */
  private static SortedMap<String, String> withoutOwner(
      SortedMap<String, String> attributes, Installed before) {
    SortedMap<String, String> all = new TreeMap<>(attributes);
    String owner = all.getOrDefault("owner", before.attribute("owner"));
    all.computeIfPresent(
        "execute",
        (name, roles) ->
            Arrays.stream(roles.split(", "))
                .filter(role -> !role.equals(owner))
                .collect(Collectors.joining(", ")));
    return all;
  }

  /**
   * What its author declared before and no longer declares, where nobody has changed it since: that
   * is as in a new database again.
   */
  private Map<String, String> withdrawn(Target target, Installed before) {
    Map<String, String> withdrawn = new TreeMap<>();
    for (String name : target.undeclared()) {
      Optional<String> ours = before.recorded().map(recorded -> recorded.get(name));
      if (ours.filter(before.attribute(name)::equals).isPresent()) {
        withdrawn.put(
            name,
            switch (name) {
              case "enabled" -> "origin";
              case "execute" -> "public";
              case "owner" -> role;
              default -> "";
            });
      }
    }
    return withdrawn;
  }

  private static Reason reason(Match match, boolean isDropped) {
    if (match.row().isEmpty()) {
      return Reason.ADOPTED;
    }
    boolean isSame =
        match.row().get().checksum().equals(match.target().object().checksum().sha256())
            && match.row().get().format() == RegistrySql.FORMAT;
    if (isSame && !match.before().map(Installed::drifted).orElse(List.of()).isEmpty()) {
      return Reason.DRIFTED;
    }
    boolean isTrigger = match.target().object().kind().endsWith("trigger");
    return isDropped && !isTrigger ? Reason.SIGNATURE_CHANGED : Reason.SOURCE_CHANGED;
  }

  private List<Difference> differences(
      Target target,
      Installed before,
      SortedMap<String, String> attributes,
      List<String> differing) {
    List<String> drifted = before.drifted();
    List<Difference> differences = new ArrayList<>();
    if (!before.kind().equals(target.object().kind())) {
      differences.add(new Difference("kind", before.kind(), target.object().kind(), false));
    }
    for (String name : differing) {
      boolean isBody = name.equals("body") && target.object() instanceof Routine;
      differences.add(
          new Difference(
              name,
              isBody ? before.body().orElse("") : before.attribute(name),
              isBody
                  ? DdlWriter.body((Routine) target.object(), encoding)
                  : attributes.getOrDefault(name, ""),
              drifted.contains(name)));
    }
    return differences;
  }

  private void refuse(Target target, String message, String advice) {
    refusals.add(
        new Refusal(
            Optional.of(target.object().origin().toString()),
            "the " + target.item() + " " + message,
            advice,
            Optional.empty()));
  }
}
