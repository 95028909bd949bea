package org.plpython.lint;

import java.util.Locale;
import java.util.Optional;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.EventTriggerDeclaration;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.source.Position;
import org.plpython.source.Severity;

/** Names that SQL must quote for ever. */
final class NameCase implements Rule {
  @Override
  public String id() {
    return "name-case";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void check(Project project, Findings findings) {
    for (Declaration declaration : project.declarations()) {
      Check check = new Check(declaration, findings);
      if (declaration instanceof FunctionDeclaration function) {
        check.function(function);
      } else if (declaration instanceof TriggerDeclaration trigger) {
        check.name("function", trigger.function().name(), trigger.function().position());
        trigger.triggers().forEach(it -> check.trigger(it.name(), it.schema(), it.position()));
      } else if (declaration instanceof EventTriggerDeclaration trigger) {
        check.name("function", trigger.function().name(), trigger.function().position());
        trigger.triggers().forEach(it -> check.trigger(it.name(), it.schema(), it.position()));
      }
    }
  }

  private record Check(Declaration declaration, Findings findings) {
    void function(FunctionDeclaration function) {
      Position position = function.function().position();
      name("function", function.name(), position);
      function.schema().ifPresent(schema -> name("schema", schema, position));
      function
          .function()
          .parameters()
          .forEach(parameter -> name("parameter", parameter.name(), parameter.position()));
    }

    void trigger(String name, Optional<String> schema, Position position) {
      if (!name.equals(declaration.function().name())) {
        name("trigger", name, position);
      }
      schema.ifPresent(it -> name("schema", it, position));
    }

    void name(String kind, String name, Position position) {
      if (!name.equals(name.toLowerCase(Locale.ROOT))) {
        findings.report(
            declaration.file(),
            position,
            "the " + kind + " '" + name + "' needs quotes in SQL",
            "SQL makes small letters of capitals that are not quoted: give it a name in lower case.");
      }
    }
  }
}
