package org.plpython.python;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plpython.source.Position;
import org.plpython.thirdparty.pegparser.sst.AliasTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/**
 * One name of an import, wherever in a file it stands.
 *
 * @param name what the file's {@link Names} call it: the name that it binds, {@code *} for all; one
 *     that is local to a function also holds its position
 * @param level how many dots stand before the module
 * @param module what is imported, or imported from; empty after dots only
 * @param member of the module; empty for the module itself
 * @param bindsRoot whether it binds the first part of the module's name: {@code import a.b}
 * @param when it runs
 * @param guarded whether a failure may be handled: it stands in a {@code try} or {@code with}
 */
record ImportClause(
    Position position,
    String name,
    int level,
    String module,
    String member,
    boolean bindsRoot,
    When when,
    boolean guarded) {

  static final Comparator<ImportClause> ORDER = Comparator.comparing(ImportClause::position);

  /** When an import runs. */
  enum When {
    /** While the file is loaded. */
    LOADING,
    /** When a function is called. */
    CALLED,
    /** Not at all: under {@code if TYPE_CHECKING}. */
    NEVER
  }

  /** The clauses of an import statement; none for any other node. */
  static List<ImportClause> of(SSTNode node, When when, boolean guarded) {
    if (node instanceof StmtTy.Import statement) {
      return Stream.of(statement.names).map(alias -> module(alias, when, guarded)).toList();
    } else if (node instanceof StmtTy.ImportFrom statement) {
      return Stream.of(statement.names)
          .map(alias -> member(statement, alias, when, guarded))
          .toList();
    }
    return List.of();
  }

  private static ImportClause module(AliasTy alias, When when, boolean guarded) {
    return new ImportClause(
        ExpressionReader.position(alias),
        BoundNames.ofImport(alias),
        0,
        alias.name,
        "",
        alias.asName == null,
        when,
        guarded);
  }

  private static ImportClause member(
      StmtTy.ImportFrom statement, AliasTy alias, When when, boolean guarded) {
    return new ImportClause(
        ExpressionReader.position(alias),
        BoundNames.ofImport(alias),
        statement.level,
        statement.module == null ? "" : statement.module,
        alias.name,
        false,
        when,
        guarded);
  }

  /** The first part of a name with dots. */
  static String root(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  boolean isStar() {
    return member.equals("*");
  }

  /** What it binds and what that stands for. */
  Statement.ImportedName imported() {
    String bound = name.replaceFirst("@.*", "");
    return new Statement.ImportedName(
        position, bound, member.isEmpty() ? module : module + "." + member);
  }

  /** The same under a name that nothing else in the file has. */
  ImportClause local() {
    return new ImportClause(
        position,
        name + "@" + position.line() + ":" + position.column(),
        level,
        module,
        member,
        bindsRoot,
        when,
        guarded);
  }
}
