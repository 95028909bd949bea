package org.plpython.object;

import java.util.List;
import java.util.Objects;

/**
 * What stands between PL/Python's own value of an SQL type (the manual's section 44.2.1) and the
 * annotated Python value. NULL is None on both sides and is never converted.
 */
public sealed interface Conversion {

  /** Values that one function of the value alone converts. */
  enum Scalar implements Conversion {
    /** PL/Python's own value is the annotated one. */
    NONE,
    /** The same, but PL/Python would hand a result to PostgreSQL as the words of its class. */
    NUMBER,
    /** The same, but PL/Python would cut a result at its first NUL. */
    TEXT,
    /** {@code int} of a type whose own value may be another number or text. */
    INT,
    /** {@code float} of a type whose own value may be another number or text. */
    FLOAT,
    /** {@code Decimal} of a type whose own value may be another number or text. */
    DECIMAL,
    /** Any JSON value, which PL/Python shows as text. */
    JSON,
    /** {@code uuid.UUID}, which arrives as text and leaves as text by itself. */
    UUID,
    /** {@code datetime.date}. */
    DATE,
    /** {@code datetime.time} without a zone. */
    TIME,
    /** {@code datetime.time} with a zone. */
    TIME_WITH_ZONE,
    /** {@code datetime.datetime} without a zone. */
    TIMESTAMP,
    /** {@code datetime.datetime} with a zone. */
    TIMESTAMP_WITH_ZONE,
    /** {@code datetime.datetime}, with a zone just where the column has one. */
    ANY_TIMESTAMP,
    /** {@code datetime.timedelta}. */
    INTERVAL
  }

  /** Each element of an array, in any number of dimensions. */
  record Each(Conversion element) implements Conversion {
    public Each {
      Objects.requireNonNull(element);
    }
  }

  /** A member of the class, by its value. */
  record Enumeration(ClassReference type) implements Conversion {
    public Enumeration {
      Objects.requireNonNull(type);
    }
  }

  /**
   * An object of the class, which is a dictionary for PL/Python.
   *
   * @param fields that its constructor takes, in its order
   */
  record Composite(ClassReference type, List<Field> fields) implements Conversion {
    public Composite {
      Objects.requireNonNull(type);
      fields = List.copyOf(fields);
    }
  }

  /** A field of a class and the type of its column. */
  record Field(String name, ValueType type) {
    public Field {
      Objects.requireNonNull(name);
      Objects.requireNonNull(type);
    }
  }
}
