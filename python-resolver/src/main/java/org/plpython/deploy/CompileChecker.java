package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plpython.object.Origin;
import org.plpython.object.Program;
import org.plpython.object.Routine;
import org.plpython.plan.Refusal;
import org.plpython.source.SourceFile;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.ServerEncoding;

/**
 * Has the server's own Python compile what routines are made of: CREATE FUNCTION does not look into
 * it. Whole files are compiled first, each once; where that fails, each of their routines is.
 */
final class CompileChecker {
  /** Files of so many characters in all go into one statement. */
  private static final int BATCH = 500_000;

  private final Connection connection;
  private final ServerEncoding encoding;

  CompileChecker(Connection connection, ServerEncoding encoding) {
    this.connection = connection;
    this.encoding = encoding;
  }

  /** Those that its Python refuses. */
  List<Refusal> refused(List<Routine> routines) throws SQLException {
    List<Refusal> refusals = new ArrayList<>();
    Set<SourceFile> compiled = compiled(routines);
    for (Routine routine : routines) {
      if (!(routine.code() instanceof Program) || !compiled.containsAll(files(routine))) {
        compile(routine, refusals);
      }
    }
    return refusals;
  }

  /** In another encoding, files stand in no form that Python reads. */
  private Set<SourceFile> compiled(List<Routine> routines) throws SQLException {
    Set<SourceFile> compiled = new LinkedHashSet<>();
    if (encoding.equals(ServerEncoding.UTF_8)) {
      Set<SourceFile> files = new LinkedHashSet<>();
      routines.stream()
          .filter(routine -> routine.code() instanceof Program)
          .forEach(routine -> files.addAll(files(routine)));
      for (List<SourceFile> batch : batches(files)) {
        if (compile(batch)) {
          compiled.addAll(batch);
        }
      }
    }
    return compiled;
  }

  private static Set<SourceFile> files(Routine routine) {
    Set<SourceFile> files = new LinkedHashSet<>();
    for (Origin.Line line : routine.origin().lines()) {
      files.add(line.file());
    }
    return files;
  }

  private static List<List<SourceFile>> batches(Set<SourceFile> files) {
    List<List<SourceFile>> batches = new ArrayList<>();
    int size = BATCH;
    for (SourceFile file : files) {
      if (size >= BATCH) {
        batches.add(new ArrayList<>());
        size = 0;
      }
      batches.get(batches.size() - 1).add(file);
      size += file.text().length();
    }
    return batches;
  }

  private boolean compile(List<SourceFile> files) throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(file.displayPath(), file.text()));
    Savepoint before = connection.setSavepoint();
    try {
      new SqlRunner(connection).run(DdlWriter.compileCheck(texts));
      connection.releaseSavepoint(before);
      return true;
    } catch (SQLException refused) {
      connection.rollback(before);
      return false;
    }
  }

  private void compile(Routine routine, List<Refusal> refusals) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      new SqlRunner(connection).run(DdlWriter.compileCheck(routine, encoding));
      connection.releaseSavepoint(before);
    } catch (SQLException error) {
      connection.rollback(before);
      refusals.add(ServerError.refusal(routine, error));
    }
  }
}
