package org.plpython.liquibase.snapshot;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import liquibase.database.Database;
import liquibase.diff.ObjectDifferences;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.compare.DatabaseObjectComparator;
import liquibase.diff.compare.DatabaseObjectComparatorChain;
import liquibase.diff.compare.DatabaseObjectComparatorFactory;
import liquibase.structure.DatabaseObject;
import org.plpython.report.UnifiedDiff;

/**
 * Tells objects of PL/Python apart by schema and name, to the letter, and says how two of one name
 * differ: attribute by attribute, and line by line where one has several.
 */
public final class PlPythonComparator implements DatabaseObjectComparator {
  private static final String INDENT = "\n            ";

  @Override
  public int getPriority(Class<? extends DatabaseObject> type, Database database) {
    return PlPythonObject.class.isAssignableFrom(type) ? PRIORITY_TYPE : PRIORITY_NONE;
  }

  @Override
  public String[] hash(
      DatabaseObject object, Database database, DatabaseObjectComparatorChain chain) {
    return new String[] {object.getName()};
  }

  @Override
  public boolean isSameObject(
      DatabaseObject one,
      DatabaseObject other,
      Database database,
      DatabaseObjectComparatorChain chain) {
    return one.getClass() == other.getClass()
        && Objects.equals(one.getName(), other.getName())
        && DatabaseObjectComparatorFactory.getInstance()
            .isSameObject(
                one.getSchema(), other.getSchema(), chain.getSchemaComparisons(), database);
  }

  @Override
  public ObjectDifferences findDifferences(
      DatabaseObject reference,
      DatabaseObject compared,
      Database database,
      CompareControl control,
      DatabaseObjectComparatorChain chain,
      Set<String> exclude) {
    ObjectDifferences differences = new ObjectDifferences(control);
    Set<String> attributes = new TreeSet<>(reference.getAttributes());
    attributes.addAll(compared.getAttributes());
    attributes.removeAll(Set.of("schema", PlPythonObject.DEFINITION));
    attributes.removeAll(exclude);
    attributes.forEach(it -> compare(it, reference, compared, differences));
    if (!differences.hasDifferences()) {
      compare(PlPythonObject.DEFINITION, reference, compared, differences);
    }
    return differences;
  }

  private static void compare(
      String attribute,
      DatabaseObject reference,
      DatabaseObject compared,
      ObjectDifferences differences) {
    String before = reference.getAttribute(attribute, "");
    String after = compared.getAttribute(attribute, "");
    String message =
        (before + after).contains("\n")
            ? attribute + " changed:" + INDENT + String.join(INDENT, lines(before, after))
            : "%s changed from '%s' to '%s'".formatted(attribute, before, after);
    differences.compare(message, attribute, reference, compared, Objects::equals);
  }

  private static Iterable<String> lines(String before, String after) {
    return UnifiedDiff.lines(before, after, "reference", "comparison");
  }
}
