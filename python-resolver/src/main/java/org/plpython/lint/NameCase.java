package org.plpython.lint;

import java.util.Locale;
import java.util.Optional;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.EventTriggerDeclaration;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.descriptor.Place;
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
        check.triggerFunction(trigger.name(), trigger.triggers().get(0).place());
        trigger
            .triggers()
            .forEach(it -> check.trigger(trigger.name(), it.name(), it.schema(), it.place()));
      } else if (declaration instanceof EventTriggerDeclaration trigger) {
        check.triggerFunction(trigger.name(), trigger.triggers().get(0).place());
        trigger
            .triggers()
            .forEach(it -> check.trigger(trigger.name(), it.name(), it.schema(), it.place()));
      }
    }
  }

  private record Check(Declaration declaration, Findings findings) {
    void function(FunctionDeclaration function) {
      Place named = function.named();
      name("function", function.name(), named);
      function.schema().ifPresent(schema -> name("schema", schema, named));
      function
          .function()
          .parameters()
          .forEach(parameter -> name("parameter", parameter.name(), at(parameter.position())));
      if (function.body().isPresent()) {
        function
            .parameters()
            .forEach(
                (name, parameter) ->
                    name("parameter", name, function.place().at(parameter.position())));
      }
    }

    private Place at(Position position) {
      return Place.of(declaration.file(), position);
    }

    void triggerFunction(String name, Place entry) {
      name("function", name, declaration.functionPlace(entry));
    }

    void trigger(String function, String name, Optional<String> schema, Place place) {
      if (!name.equals(function)) {
        name("trigger", name, place);
      }
      schema.ifPresent(it -> name("schema", it, place));
    }

    void name(String kind, String name, Place place) {
      if (!name.equals(name.toLowerCase(Locale.ROOT))) {
        findings.report(
            place,
            "the " + kind + " '" + name + "' needs quotes in SQL",
            "SQL makes small letters of capitals that are not quoted: give it a name in lower case.");
      }
    }
  }
}
