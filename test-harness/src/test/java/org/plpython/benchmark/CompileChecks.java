package org.plpython.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.object.Install;
import org.plpython.object.Origin;
import org.plpython.object.Program;
import org.plpython.object.Program.Part;
import org.plpython.object.QualifiedName;
import org.plpython.object.Routine;
import org.plpython.object.RoutineCode;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.ServerEncoding;

/** Ways of having the server's Python compile the sources, for comparison. */
final class CompileChecks {
  private static final String START = "DO LANGUAGE plpython3u ";

  private static final String FUNCTION =
      """
      CREATE OR REPLACE FUNCTION pg_temp.compile_sources(paths text[], sources text[])
      RETURNS void LANGUAGE plpython3u AS $$
      for path, source in zip(paths, sources):
          compile(source, path, "exec", 0, True)
      $$""";

  private final List<Routine> routines;
  private final List<SourceFile> files;

  CompileChecks(List<Routine> routines, List<SourceFile> files) {
    this.routines = routines;
    this.files = files;
  }

  /** One of the ways. */
  interface Check {
    void run(Connection connection) throws SQLException;
  }

  /** All ways by their names, prepared as far as they need no server. */
  Map<String, Check> ways() {
    List<Part> parts = routines.stream().flatMap(r -> parts(r).stream()).distinct().toList();
    List<Part> whole =
        files.stream().map(f -> new Part(f.path(), f.path(), f.text(), Map.of())).toList();
    System.out.printf("%d distinct parts of programs, %d files%n", parts.size(), whole.size());
    Map<String, Check> ways = new LinkedHashMap<>();
    addTexts(ways, "compile: each routine", routines.stream().map(CompileChecks::check).toList());
    addTexts(ways, "compile: each distinct part", parts.stream().map(CompileChecks::of).toList());
    ways.put("compile: each distinct part, function, 100 a call", byFunction(parts));
    addTexts(ways, "compile: each file", whole.stream().map(CompileChecks::of).toList());
    ways.put("compile: each file, function, 100 a call", byFunction(whole));
    return ways;
  }

  private static void addTexts(Map<String, Check> ways, String name, List<String> checks) {
    ways.put(name + ", a DO each", connection -> Script.run(connection, checks));
    List<String> batches = new ArrayList<>();
    for (List<String> batch : Script.parts(checks)) {
      StringBuilder body = new StringBuilder();
      batch.forEach(check -> body.append(bodyOf(check)));
      batches.add(START + "$scale$" + body + "$scale$");
    }
    ways.put(name + ", 100 a DO", connection -> Script.run(connection, batches));
  }

  private static List<Part> parts(Routine routine) {
    return routine.code() instanceof Program program ? program.parts() : List.of();
  }

  private static String check(Routine routine) {
    return DdlWriter.compileCheck(routine, ServerEncoding.UTF_8);
  }

  /** The same for one part, as if it were all of a routine. */
  private static String of(Part part) {
    RoutineCode code = new Program("none", part, List.of());
    SourceFile file = new SourceFile("scale", part.path(), part.text());
    Origin origin = new Origin(file, Position.START, List.of());
    return check(
        new Routine.EventTriggerFunction(
            new QualifiedName(Optional.empty(), "none"),
            List.of(),
            Optional.empty(),
            code,
            Install.NORMAL,
            origin));
  }

  /** What stands between the dollar quotes. */
  private static String bodyOf(String check) {
    int start = check.indexOf('$', START.length() + 1) + 1;
    return check.substring(start, check.lastIndexOf('$', check.length() - 2));
  }

  private static Check byFunction(List<Part> parts) {
    return connection -> {
      Script.run(connection, List.of(FUNCTION));
      try (PreparedStatement call =
          connection.prepareStatement("SELECT pg_temp.compile_sources(?, ?)")) {
        for (List<Part> batch : Script.parts(parts)) {
          Object[] paths = batch.stream().map(Part::path).toArray();
          call.setArray(1, connection.createArrayOf("text", paths));
          Object[] texts = batch.stream().map(Part::text).toArray();
          call.setArray(2, connection.createArrayOf("text", texts));
          call.execute();
        }
      }
    };
  }
}
