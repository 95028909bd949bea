package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Declaration.AggregateOptions;
import org.plpython.descriptor.Declaration.DescribedParameter;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Declaration.Returns;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;

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

  private final Options options;

  RoutineOptionReader(Options options) {
    this.options = options;
  }

  /** The declaration; what is wrong has been reported, and a default stands in for it. */
  FunctionDeclaration read(Subject subject, RoutineKind kind, List<AggregateOptions> aggregates) {
    boolean isFunction = kind == RoutineKind.FUNCTION;
    Map<String, DescribedParameter> parameters = parameters();
    String name = options.nameOf(subject, "gross_price");
    Optional<String> schema = options.text("schema");
    Attributes attributes = isFunction ? function() : procedure();
    Privileges privileges = options.privileges();
    Optional<String> comment = options.comment();
    Optional<Returns> returns = new ReturnsReader(options).read(isFunction);
    Optional<Turn> turn = options.turn();
    options.refuseOthers();
    return new FunctionDeclaration(
        subject.file(),
        subject.function(),
        subject.body(),
        options.place(),
        kind,
        name,
        schema,
        attributes,
        privileges,
        comment,
        parameters,
        returns,
        turn,
        aggregates);
  }

  /** Decorators have no such option: annotations say it. */
  private Map<String, DescribedParameter> parameters() {
    Map<String, DescribedParameter> parameters = new LinkedHashMap<>();
    if (options.place().notation() == Notation.DESCRIPTOR) {
      options
          .entries("parameters", "{net: numeric}")
          .forEach((name, entry) -> addParameter(name, entry, parameters));
    }
    return parameters;
  }

  private void addParameter(
      String name, Expression.Entry entry, Map<String, DescribedParameter> parameters) {
    Optional<String> sql = entry.value().text().filter(text -> !text.isBlank());
    if (sql.isEmpty()) {
      options.report(
          entry.value().position(),
          "the parameter '" + name + "' has no SQL type",
          "Write it as CREATE FUNCTION takes it: " + name + ": \"numeric DEFAULT 0\".");
    } else {
      parameters.put(name, new DescribedParameter(entry.key().position(), sql.get()));
    }
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
      options.report(
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
}
