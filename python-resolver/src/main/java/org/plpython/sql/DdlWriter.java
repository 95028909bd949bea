package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Program;
import org.plpython.object.RawBody;
import org.plpython.object.Routine;
import org.plpython.object.RoutineCode;
import org.plpython.object.Trigger;

/** Writes the statements that install an object. */
public final class DdlWriter {
  /** The language of all routines. */
  public static final String LANGUAGE = RoutineStatements.LANGUAGE;

  private DdlWriter() {}

  /**
   * The statements that create the object or replace it, in order, without semicolons at their
   * ends. A trigger's function is not among them.
   */
  public static List<String> statements(DatabaseObject object) {
    return statements(object, ServerEncoding.UTF_8);
  }

  /** The same for a database of that encoding. */
  public static List<String> statements(DatabaseObject object, ServerEncoding encoding) {
    if (object instanceof Trigger trigger) {
      return new TriggerStatements(trigger).script();
    } else if (object instanceof EventTrigger trigger) {
      return new EventTriggerStatements(trigger).script();
    }
    return object instanceof Aggregate aggregate
        ? AggregateStatements.of(aggregate)
        : RoutineStatements.of((Routine) object, encoding);
  }

  /**
   * The statements that create an object where there is none of its identity, or replace a routine.
   *
   * @param identity its own with its schema, so that no other one is meant
   */
  public static List<String> creation(
      DatabaseObject object, String identity, ServerEncoding encoding) {
    List<String> statements = new ArrayList<>();
    if (object instanceof Trigger trigger) {
      statements.add(new TriggerStatements(trigger).create());
      new TriggerStatements(trigger).declareState().ifPresent(statements::add);
    } else if (object instanceof EventTrigger trigger) {
      statements.add(new EventTriggerStatements(trigger).create());
      new EventTriggerStatements(trigger).declareState().ifPresent(statements::add);
    } else {
      statements.add(statements(object, encoding).get(0));
      statements.addAll(declarations(object, identity));
    }
    return statements;
  }

  /**
   * Those of them that set what an author may leave to others: owner, grants and comment of a
   * routine.
   */
  public static List<String> declarations(DatabaseObject object, String identity) {
    if (object instanceof Aggregate aggregate) {
      return AggregateStatements.declarations(aggregate, identity);
    }
    return object instanceof Routine routine
        ? RoutineStatements.declarations(routine, identity)
        : List.of();
  }

  /**
   * A statement that does nothing but have the server's Python compile the author's source: CREATE
   * FUNCTION alone would not see a syntax error in it. Lines count over all of the program's files.
   */
  public static String compileCheck(Routine routine, ServerEncoding encoding) {
    return compileCheck(routine.code(), encoding);
  }

  static String compileCheck(RoutineCode code, ServerEncoding encoding) {
    String check =
        code instanceof Program program ? compileCheck(program) : compileCheck((RawBody) code);
    String body = "\n" + encoding.written(check, code);
    return "DO LANGUAGE " + RoutineStatements.LANGUAGE + " " + DollarQuote.quote(body);
  }

  /**
   * The same for whole files, in a database whose encoding is UTF-8.
   *
   * @param texts by their paths
   */
  public static String compileCheck(Map<String, String> texts) {
    StringBuilder check = new StringBuilder("\n");
    texts.forEach(
        (path, text) ->
            check.append(
                "compile(%s, %s, \"exec\", 0, True)\n"
                    .formatted(PythonLiteral.quote(text), PythonLiteral.quote(path))));
    return "DO LANGUAGE " + RoutineStatements.LANGUAGE + " " + DollarQuote.quote(check.toString());
  }

  /** Within a function, as PL/Python compiles it; that function's first line does not count. */
  private static String compileCheck(RawBody body) {
    String text = body.text().endsWith("\n") ? body.text() : body.text() + "\n";
    return """
        source = %s
        try:
            compile("def body():" + source.replace("\\n", "\\n\\t"), %s, "exec", 0, True)
        except SyntaxError as error:
            error.lineno -= 1
            raise
        """
        .formatted(PythonLiteral.lines(text), PythonLiteral.quote(body.path()));
  }

  private static String compileCheck(Program program) {
    StringBuilder check = new StringBuilder();
    int before = 0;
    for (Program.Part part : program.parts()) {
      check.append(
          "source = %s\ncompile(%ssource[1:], %s, \"exec\", 0, True)\n"
              .formatted(
                  PythonLiteral.lines(part.text()),
                  before == 0 ? "" : "\"\\n\" * " + before + " + ",
                  PythonLiteral.quote(part.path())));
      before += part.lineCount();
    }
    return check.toString();
  }

  /**
   * The Python text of a routine as the server holds it; its tracebacks count lines from the first.
   */
  public static String body(Routine routine) {
    return body(routine, ServerEncoding.UTF_8);
  }

  /** The same in a database of that encoding. */
  public static String body(Routine routine, ServerEncoding encoding) {
    return RoutineStatements.body(routine, encoding);
  }
}
