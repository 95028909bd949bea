package org.plpython.invariant;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything in a database's catalogs that is not PostgreSQL's own, one fact a line, and the rows
 * of our registry. Two databases with equal dumps were made by the same statements, in whatever
 * order, as far as anybody can tell: dumps hold no object identifiers.
 */
public record DatabaseDump(SortedSet<Fact> facts) {
  static final String REGISTRY = "plpython_objects";

  public DatabaseDump {
    facts = new TreeSet<>(facts);
  }

  /** Of a database as others see it: what a session has not committed is missing. */
  static DatabaseDump of(String url, String user) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      SortedSet<Fact> facts = new TreeSet<>();
      CatalogFacts.addTo(facts, connection);
      RegistryFacts.addTo(facts, connection);
      return new DatabaseDump(facts);
    }
  }

  /** Of the database of a connection, as others see it. */
  public static DatabaseDump of(Connection connection) throws SQLException {
    return of(connection.getMetaData().getURL(), connection.getMetaData().getUserName());
  }

  /** Without the registry, its rows and what it is made of. */
  public DatabaseDump withoutRegistry() {
    return without(fact -> fact.subject().contains(REGISTRY));
  }

  /** Without some columns of the registry's rows. */
  public DatabaseDump withoutRegistered(String... columns) {
    List<String> left = List.of(columns);
    return without(
        fact -> fact.subject().startsWith(REGISTRY + " ") && left.contains(fact.attribute()));
  }

  private DatabaseDump without(Predicate<Fact> left) {
    return new DatabaseDump(
        facts.stream().filter(left.negate()).collect(Collectors.toCollection(TreeSet<Fact>::new)));
  }

  /** What another one lacks, after a minus, and what it has beside this, after a plus. */
  public List<String> differencesTo(DatabaseDump other) {
    return Stream.concat(
            facts.stream().filter(fact -> !other.facts.contains(fact)).map(fact -> "- " + fact),
            other.facts.stream().filter(fact -> !facts.contains(fact)).map(fact -> "+ " + fact))
        .sorted(Comparator.comparing(line -> line.substring(2)))
        .toList();
  }

  /**
   * What differs in another one, without values: kind and identity, then the attribute; after a
   * plus or a minus, an object that only that one has or lacks.
   */
  public List<String> changedIn(DatabaseDump other) {
    Set<String> ours = subjects();
    Set<String> others = other.subjects();
    return Stream.concat(
            facts.stream().filter(fact -> !other.facts.contains(fact)),
            other.facts.stream().filter(fact -> !facts.contains(fact)))
        .map(
            fact ->
                !ours.contains(fact.subject())
                    ? "+ " + fact.subject()
                    : !others.contains(fact.subject())
                        ? "- " + fact.subject()
                        : fact.subject() + ": " + fact.attribute())
        .distinct()
        .sorted()
        .toList();
  }

  private Set<String> subjects() {
    return facts.stream().map(Fact::subject).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return facts.stream().map(fact -> fact + "\n").collect(Collectors.joining());
  }
}
