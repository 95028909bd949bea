package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Declaration.AggregateOptions;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Declaration.Returns;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Reads the options of {@code @plfunction} and {@code @plprocedure}. */
final class RoutineOptionReader {
  private static final String SET_EXAMPLE = "{\"search_path\": \"shop\"}";

  /** Their values are lists of names: GUC_LIST_QUOTE in guc_tables.c. */
  private static final Set<String> LISTS =
      Set.of(
          "search_path",
          "temp_tablespaces",
          "local_preload_libraries",
          "session_preload_libraries",
          "shared_preload_libraries",
          "unix_socket_directories");

  private final PythonFile file;
  private final Options options;
  private final Diagnostics diagnostics;

  RoutineOptionReader(PythonFile file, Options options, Diagnostics diagnostics) {
    this.file = file;
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /** The declaration; what is wrong has been reported, and a default stands in for it. */
  FunctionDeclaration read(
      Function function, Mark mark, Position position, List<AggregateOptions> aggregates) {
    boolean isFunction = mark == Mark.PLFUNCTION;
    String name = options.simpleName("name").orElse(function.name());
    Optional<String> schema = options.text("schema");
    Attributes attributes = isFunction ? function() : procedure();
    Privileges privileges = options.privileges();
    Optional<String> comment = options.text("comment");
    Optional<Returns> returns = returns(isFunction);
    options.refuseOthers();
    return new FunctionDeclaration(
        file,
        function,
        position,
        isFunction ? RoutineKind.FUNCTION : RoutineKind.PROCEDURE,
        name,
        schema,
        attributes,
        privileges,
        comment,
        returns,
        aggregates);
  }

  private Attributes function() {
    Attributes none = Attributes.DEFAULT;
    return new Attributes(
        options.oneOf("volatility", Volatility.class, Options.Case.LOWER).orElse(none.volatility()),
        options.flag("strict"),
        options.flag("leakproof"),
        options.oneOf("security", Security.class, Options.Case.LOWER).orElse(none.security()),
        options.oneOf("parallel", Parallel.class, Options.Case.LOWER).orElse(none.parallel()),
        options.positiveNumber("cost").orElse(none.cost()),
        options.positiveNumber("rows"),
        options.text("support"),
        options.texts("transforms", "hstore"),
        settings());
  }

  /** CREATE PROCEDURE knows these alone. */
  private Attributes procedure() {
    Attributes none = Attributes.DEFAULT;
    return new Attributes(
        none.volatility(),
        none.strict(),
        none.leakproof(),
        options.oneOf("security", Security.class, Options.Case.LOWER).orElse(none.security()),
        none.parallel(),
        none.cost(),
        none.rows(),
        none.support(),
        options.texts("transforms", "hstore"),
        settings());
  }

  private Map<String, List<String>> settings() {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    options
        .mapping("set", SET_EXAMPLE)
        .forEach((name, value) -> settings.put(name.toLowerCase(Locale.ROOT), values(name, value)));
    return settings;
  }

  private List<String> values(String name, Expression value) {
    List<String> values = new ArrayList<>();
    List<Expression> written =
        value instanceof Expression.Sequence sequence ? sequence.elements() : List.of(value);
    for (Expression one : written) {
      if (one instanceof Literal literal && literal.value() != null) {
        values.addAll(split(name, text(literal.value())));
      } else {
        options.wrongValue("set", "a dictionary of strings or numbers, such as " + SET_EXAMPLE);
      }
    }
    if (values.stream().anyMatch(v -> v.strip().equalsIgnoreCase("from current"))) {
      diagnostics.report(
          file.source(),
          value.position(),
          "FROM CURRENT makes the setting depend on who deploys",
          "Write the value itself.");
    }
    return values;
  }

  private static String text(Object value) {
    return value instanceof Boolean flag ? (flag ? "on" : "off") : String.valueOf(value);
  }

  private static List<String> split(String name, String value) {
    return LISTS.contains(name.toLowerCase(Locale.ROOT))
        ? List.of(value.strip().split("\\s*,\\s*"))
        : List.of(value);
  }

  private Optional<Returns> returns(boolean isFunction) {
    Optional<Expression> value = options.expression("returns");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Position position = value.get().position();
    if (isFunction && value.get().text().filter(text -> !text.isBlank()).isPresent()) {
      return Optional.of(new Returns(position, value.get().text(), Map.of()));
    }
    Map<String, String> columns = new LinkedHashMap<>();
    options
        .mapping("returns", "{\"total\": \"numeric\", \"count\": \"bigint\"}")
        .forEach((name, type) -> column(name, type, columns));
    return Optional.of(new Returns(position, Optional.empty(), columns));
  }

  private void column(String name, Expression type, Map<String, String> columns) {
    if (type.text().isEmpty()) {
      options.wrongValue("returns", "an SQL type, or a dictionary of names and SQL types");
    } else {
      columns.put(name, type.text().get());
    }
  }
}
