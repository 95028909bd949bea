package org.plpython.python;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.plpython.thirdparty.pegparser.sst.AliasTy;
import org.plpython.thirdparty.pegparser.sst.ExceptHandlerTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;
import org.plpython.thirdparty.pegparser.sst.PatternTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** The names that a node binds by itself, without those of the expressions in it. */
final class BoundNames {
  private BoundNames() {}

  static List<String> of(SSTNode node) {
    if (node instanceof StmtTy.Import statement) {
      return Arrays.stream(statement.names).map(BoundNames::ofImport).toList();
    } else if (node instanceof StmtTy.ImportFrom statement) {
      return Arrays.stream(statement.names).map(BoundNames::ofImport).toList();
    } else if (node instanceof StmtTy.TypeAlias alias && alias.name instanceof ExprTy.Name name) {
      return List.of(name.id);
    } else if (node instanceof ExceptHandlerTy.ExceptHandler handler) {
      return Stream.ofNullable(handler.name).toList();
    } else if (node instanceof PatternTy.MatchAs pattern) {
      return Stream.ofNullable(pattern.name).toList();
    } else if (node instanceof PatternTy.MatchStar pattern) {
      return Stream.ofNullable(pattern.name).toList();
    } else if (node instanceof PatternTy.MatchMapping pattern) {
      return Stream.ofNullable(pattern.rest).toList();
    }
    return List.of();
  }

  /** {@code import a.b} binds {@code a}. */
  static String ofImport(AliasTy alias) {
    return alias.asName != null ? alias.asName : alias.name.replaceFirst("\\..*", "");
  }
}
