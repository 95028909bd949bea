package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plpython.catalog.Access;
import org.plpython.catalog.Installed;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.ServerFacts;
import org.plpython.descriptor.Privileges;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Identifier;
import org.plpython.object.Routine;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;
import org.plpython.plan.Refusal;
import org.plpython.plan.Target;
import org.plpython.plan.TargetResolver;

/** Finds what a role may not do of a plan; the manual's section 5.8 and the commands' pages. */
final class Rights {
  private final Connection connection;
  private final ServerFacts server;
  private final RegistryTable registry;
  private final List<Refusal> refusals = new ArrayList<>();

  Rights(Connection connection, ServerFacts server, RegistryTable registry) {
    this.connection = connection;
    this.server = server;
    this.registry = registry;
  }

  /** All of it. */
  List<Refusal> missing(Plan plan) throws SQLException {
    Access access = access(plan);
    if (!plan.steps().isEmpty() && !registry.equals(RegistryTable.NONE)) {
      checkRegistry(access);
    }
    for (Change change : plan.changes()) {
      change.after().ifPresent(target -> checkTarget(target, access));
      change.present().ifPresent(installed -> checkInstalled(change, installed, access));
    }
    return refusals;
  }

  private Access access(Plan plan) throws SQLException {
    TreeSet<String> schemas = new TreeSet<>(List.of(registry.schema()));
    TreeSet<String> tables = new TreeSet<>();
    TreeSet<String> roles = new TreeSet<>();
    for (Change change : plan.changes()) {
      change.after().ifPresent(target -> schemas.add(target.schema()));
      change.after().flatMap(Target::table).ifPresent(tables::add);
      change.present().flatMap(Installed::table).ifPresent(tables::add);
      change.present().ifPresent(installed -> roles.add(installed.attribute("owner")));
      change.after().ifPresent(target -> named(target).forEach(roles::add));
    }
    return Access.read(connection, schemas, tables, roles);
  }

  private static Stream<String> named(Target target) {
    Privileges privileges = TargetResolver.privileges(target.object());
    return Stream.concat(
        privileges.owner().stream(),
        privileges.execute().orElse(List.of()).stream()
            .filter(role -> !role.equalsIgnoreCase("public")));
  }

  private void checkRegistry(Access access) {
    if (registry.schema().isEmpty()) {
      refuse(
          Optional.empty(),
          "there is no schema for the registry " + registry.name(),
          "Create the first schema of the search path, or name another one: --registry"
              + " schema.table");
    } else if (!registry.exists() && !access.schemas().contains(registry.schema())) {
      refuse(
          Optional.empty(),
          "there is no schema " + registry.schema() + " for the registry " + registry.sql(),
          "Create it, or name another one: --registry schema.table");
    } else if (!registry.exists() && !access.openSchemas().contains(registry.schema())) {
      refuse(
          Optional.empty(),
          "the role " + server.role() + " may not create the registry " + registry.sql(),
          grantCreate(registry.schema()) + ", or name another schema: --registry schema.table");
    } else if (!registry.isWritable()) {
      refuse(
          Optional.empty(),
          "the role " + server.role() + " may not write to the registry " + registry.sql(),
          grantRegistry(registry, server));
    }
  }

  static String grantRegistry(RegistryTable registry, ServerFacts server) {
    return "Its owner says: GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %s"
        .formatted(registry.sql(), Identifier.quote(server.role()));
  }

  private String grantCreate(String schema) {
    return "Its owner says: GRANT CREATE ON SCHEMA %s TO %s"
        .formatted(Identifier.quote(schema), Identifier.quote(server.role()));
  }

  private void checkTarget(Target target, Access access) {
    Optional<String> place = Optional.of(target.object().origin().toString());
    named(target)
        .filter(role -> !access.roles().contains(role))
        .distinct()
        .forEach(
            role ->
                await(
                    target,
                    "there is no role " + role,
                    "Create it, with CREATE ROLE, or mend its name."));
    TargetResolver.privileges(target.object())
        .owner()
        .filter(access.roles()::contains)
        .filter(role -> !access.ownRoles().contains(role))
        .ifPresent(
            role ->
                refuse(
                    place,
                    cannot(target) + server.role() + " may not give it to " + role,
                    "Deploy as a member of " + role + ", or leave the owner out."));
    if (target.table().isPresent()) {
      checkTable(target, target.table().get(), access);
    } else if (!(target.object() instanceof EventTrigger)) {
      checkSchema(target, place, access);
    }
    checkSuperuser(target, place);
  }

  private void checkTable(Target target, String table, Access access) {
    if (access.tables().contains(table) && !access.openTables().contains(table)) {
      refuse(
          Optional.of(target.object().origin().toString()),
          cannot(target) + server.role() + " may not create triggers on " + table,
          "Its owner says: GRANT TRIGGER ON %s TO %s"
              .formatted(table, Identifier.quote(server.role())));
    }
  }

  private void checkSchema(Target target, Optional<String> place, Access access) {
    if (!access.schemas().contains(target.schema())) {
      await(
          target,
          target.schema().isEmpty()
              ? "the search path has no schema to create it in"
              : "there is no schema " + target.schema(),
          "Create the schema in a versioned migration, or mend its name.");
    } else if (!access.openSchemas().contains(target.schema())) {
      refuse(
          place,
          cannot(target) + server.role() + " may not create anything in " + target.schema(),
          grantCreate(target.schema()));
    }
  }

  private void checkSuperuser(Target target, Optional<String> place) {
    boolean isSpecial =
        target.object() instanceof Routine.Function function
            && (function.attributes().leakproof() || function.attributes().support().isPresent());
    if (!server.isSuperuser() && (isSpecial || target.object() instanceof EventTrigger)) {
      refuse(
          place,
          cannot(target)
              + "only a superuser may create "
              + (isSpecial ? "functions with leakproof or support" : "event triggers"),
          "Deploy as a superuser" + (isSpecial ? ", or leave these options out." : "."));
    }
  }

  private void checkInstalled(Change change, Installed installed, Access access) {
    String table = installed.table().orElse("");
    boolean isOwn =
        table.isEmpty()
            ? access.ownRoles().contains(installed.attribute("owner"))
            : change instanceof Change.Replace || access.ownTables().contains(table);
    if (!isOwn) {
      String owned =
          table.isEmpty()
              ? "it belongs to " + installed.attribute("owner")
              : "the table " + table + " is not its own";
      refuse(
          change.after().map(target -> target.object().origin().toString()),
          "the role %s may not %s the %s %s: %s"
              .formatted(
                  server.role(), change.action(), installed.kind(), installed.identity(), owned),
          "Deploy as the owner, or as a member of that role.");
    }
  }

  private static String cannot(Target target) {
    DatabaseObject object = target.object();
    return "cannot install the %s %s: ".formatted(object.kind(), object.identity());
  }

  private void refuse(Optional<String> place, String message, String advice) {
    refusals.add(new Refusal(place, message, advice, Optional.empty()));
  }

  /** Others may make what is missing. */
  private void await(Target target, String message, String advice) {
    DatabaseObject object = target.object();
    refusals.add(
        new Refusal(
            Optional.of(object.origin().toString()),
            cannot(target) + message,
            advice,
            Optional.empty(),
            List.of(object)));
  }
}
