package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.descriptor.Declaration.TriggerOptions;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Reads what a file declares. */
public final class DeclarationReader {
  private final PythonFile file;
  private final Diagnostics diagnostics;

  /** For one file; mistakes go to the diagnostics. */
  public DeclarationReader(PythonFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** The declarations, in the file's order; a mistake in one leaves it as whole as can be. */
  public List<Declaration> read() {
    List<Declaration> declarations = new ArrayList<>();
    for (Statement statement : file.statements()) {
      if (statement instanceof Function function) {
        readFunction(function).ifPresent(declarations::add);
      } else if (statement instanceof Statement.ClassDefinition definition) {
        definition.decorators().forEach(this::refuseOnClass);
      } else if (statement instanceof Statement.Import names) {
        refuseMixedImport(names);
      }
    }
    file.nestedDecorators().forEach(this::refuseNested);
    return declarations;
  }

  private Optional<Declaration> readFunction(Function function) {
    List<Decorator> functions = marked(function, Mark.PLFUNCTION);
    List<Decorator> triggers = marked(function, Mark.PLTRIGGER);
    function.decorators().forEach(decorator -> refuseNotImported(decorator.expression()));
    marked(function, Mark.PLTABLE).forEach(decorator -> refusePltable(position(decorator)));
    if (functions.size() + Math.min(triggers.size(), 1) > 1) {
      report(
          position(functions.get(0)),
          "'" + function.name() + "' is declared as a function twice, or as function and trigger",
          "Keep one @plfunction, or only @pltrigger. Call a shared helper from both if you need"
              + " both.");
      return Optional.empty();
    }
    return functions.isEmpty()
        ? readTriggers(function, triggers)
        : Optional.of(readFunction(function, functions.get(0)));
  }

  private Declaration readFunction(Function function, Decorator decorator) {
    Options options =
        new Options(Mark.PLFUNCTION, decorator.expression(), file.source(), diagnostics);
    String name = options.text("name").orElse(function.name());
    Optional<String> schema = options.text("schema");
    Attributes attributes = readAttributes(options);
    options.refuseOthers();
    return new FunctionDeclaration(file, function, name, schema, attributes);
  }

  private static Attributes readAttributes(Options options) {
    Attributes none = Attributes.DEFAULT;
    return new Attributes(
        options.oneOf("volatility", Volatility.class, Options.Case.LOWER).orElse(none.volatility()),
        options.flag("strict"),
        options.flag("leakproof"),
        options.oneOf("security", Security.class, Options.Case.LOWER).orElse(none.security()),
        options.oneOf("parallel", Parallel.class, Options.Case.LOWER).orElse(none.parallel()),
        options.positiveNumber("cost").orElse(none.cost()));
  }

  private Optional<Declaration> readTriggers(Function function, List<Decorator> decorators) {
    List<TriggerOptions> triggers = new ArrayList<>();
    for (Decorator decorator : decorators) {
      Options options =
          new Options(Mark.PLTRIGGER, decorator.expression(), file.source(), diagnostics);
      triggers.add(
          new TriggerOptionReader(options, file.source(), diagnostics)
              .read(function, position(decorator)));
    }
    return triggers.isEmpty()
        ? Optional.empty()
        : Optional.of(new TriggerDeclaration(file, function, triggers));
  }

  private List<Decorator> marked(Function function, Mark mark) {
    return function.decorators().stream()
        .filter(decorator -> markOf(decorator.expression()).filter(mark::equals).isPresent())
        .toList();
  }

  private Optional<Mark> markOf(Expression decorator) {
    return file.qualify(called(decorator)).flatMap(Mark::named);
  }

  private static Expression called(Expression decorator) {
    return decorator instanceof Expression.Call call ? call.function() : decorator;
  }

  private static Position position(Decorator decorator) {
    return decorator.expression().position();
  }

  private void refuseNotImported(Expression decorator) {
    if (called(decorator) instanceof Expression.Name name && !file.binds(name.id())) {
      Arrays.stream(Mark.values())
          .filter(mark -> mark.simpleName().equals(name.id()))
          .forEach(
              mark ->
                  report(
                      name.position(),
                      "'" + name.id() + "' is not imported",
                      "Add at the top: from plpython import " + name.id()));
    }
  }

  private void refuseOnClass(Decorator decorator) {
    refuseNotImported(decorator.expression());
    markOf(decorator.expression())
        .filter(mark -> mark != Mark.PLTABLE)
        .ifPresent(
            mark ->
                report(
                    position(decorator),
                    "@" + mark.simpleName() + " stands on a class",
                    "Put it on a function."));
  }

  private void refusePltable(Position position) {
    report(position, "@pltable stands on a function", "Put it on the class of the table's rows.");
  }

  private void refuseNested(Expression decorator) {
    markOf(decorator)
        .ifPresent(
            mark ->
                report(
                    decorator.position(),
                    "@" + mark.simpleName() + " is not at the top level of the file",
                    "Move the definition to the top level: nothing that is defined inside of"
                        + " another statement can be installed."));
  }

  private void refuseMixedImport(Statement.Import names) {
    long ours = names.imported().stream().filter(n -> Mark.isDeclaring(n.origin())).count();
    if (ours > 0 && ours < names.imported().size()) {
      report(
          names.position(),
          "this line imports plpython together with other modules",
          "Import plpython on a line of its own: that line does not travel to the server.");
    }
  }

  private void report(Position position, String message, String advice) {
    diagnostics.report(file.source(), position, message, advice);
  }
}
