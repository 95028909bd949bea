package org.plpython.liquibase.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import liquibase.parser.core.ParsedNode;
import liquibase.resource.ResourceAccessor;
import liquibase.structure.AbstractDatabaseObject;
import liquibase.structure.DatabaseObject;
import liquibase.structure.core.Schema;
import org.jspecify.annotations.Nullable;
import org.plpython.catalog.PythonObject;
import org.plpython.liquibase.definition.Definition;
import org.plpython.sql.DefinedObject;
import org.plpython.sql.Quoting;

/**
 * An object of PL/Python in a snapshot. Its name is its identity in its schema; its attributes are
 * texts as PostgreSQL writes them, names in its own schema without it, so that equal objects of two
 * schemas are equal.
 */
public abstract class PlPythonObject<T extends PlPythonObject<T>> extends AbstractDatabaseObject {
  static final String DEFINITION = "definition";
  private static final String BODY = "body";
  static final String KIND = "kind";
  private static final String COMMENT = "comment";
  private static final String ENABLED = "enabled";

  /**
   * Snapshots hold it unless they are told otherwise, in each edition of Liquibase. Its own
   * superclass of stored logic would ask for a licence, and sort tables before all that it finds
   * the order of.
   */
  @Override
  public boolean snapshotByDefault() {
    return true;
  }

  @Override
  public DatabaseObject[] getContainingObjects() {
    return new DatabaseObject[] {getSchema()};
  }

  @Override
  public String getName() {
    return getAttribute("name", String.class);
  }

  @Override
  public T setName(String name) {
    return set("name", name);
  }

  @Override
  public Schema getSchema() {
    return getAttribute("schema", Schema.class);
  }

  /** Sets the schema that it is in, or its table. */
  public T setSchema(Schema schema) {
    return set("schema", schema);
  }

  @SuppressWarnings("unchecked") // each subclass names itself
  private T set(String attribute, Object value) {
    setAttribute(attribute, value);
    return (T) this;
  }

  /** Takes all from what the database holds. */
  void read(PythonObject object) {
    object.attributes().forEach(this::setAttribute);
    setAttribute(KIND, object.kind());
    setAttribute(DEFINITION, object.definition());
    object.body().ifPresent(body -> setAttribute(BODY, body));
  }

  /** An attribute's text; empty if it has none. */
  Optional<String> text(String attribute) {
    return Optional.ofNullable(getAttribute(attribute, String.class));
  }

  /** What it is, as statements name it. */
  abstract DefinedObject object();

  /**
   * How it is made.
   *
   * @param create how its statement begins: CREATE, with OR REPLACE or without
   */
  Definition definition(String create) {
    String head = text(DEFINITION).orElseThrow().replaceFirst("^CREATE( OR REPLACE)?", create);
    return new Definition(
        text(BODY).map(body -> head + "\nAS " + Quoting.LEGIBLE.quote(body)).orElse(head),
        text(COMMENT),
        text(ENABLED));
  }

  /** A stored snapshot's texts as they are: Liquibase's own reading takes some for Java values. */
  @Override
  public void load(ParsedNode node, ResourceAccessor resourceAccessor) {
    for (ParsedNode child : node.getChildren()) {
      Object value = child.getValue();
      if (child.getName().equals("snapshotId")) {
        setSnapshotId(String.valueOf(value));
      } else {
        setAttribute(
            child.getName(),
            value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value);
      }
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlPythonObject<?> object
        && getClass() == object.getClass()
        && Objects.equals(getName(), object.getName())
        && Objects.equals(getSchema(), object.getSchema());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(getName());
  }
}
