package org.plpython.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plpython.thirdparty.pegparser.sst.ExceptHandlerTy;
import org.plpython.thirdparty.pegparser.sst.MatchCaseTy;
import org.plpython.thirdparty.pegparser.sst.SSTNode;
import org.plpython.thirdparty.pegparser.sst.StmtTy;

/** The names that functions import for themselves. */
final class LocalImports {
  private LocalImports() {}

  /**
   * What each name stands for in a function's body.
   *
   * @param around what it stands for in the function around that one
   */
  static Map<String, String> in(List<? extends SSTNode> body, Map<String, String> around) {
    Map<String, String> imports = new HashMap<>(around);
    Deque<SSTNode> open = new ArrayDeque<>(body);
    while (!open.isEmpty()) {
      SSTNode node = open.pop();
      if (isPartOfBody(node)) {
        StatementReader.imported(node).forEach(name -> imports.put(name.name(), name.origin()));
        SyntaxTree.children(node).forEach(open::push);
      }
    }
    return imports;
  }

  private static boolean isPartOfBody(SSTNode node) {
    boolean holdsStatements =
        node instanceof StmtTy || node instanceof ExceptHandlerTy || node instanceof MatchCaseTy;
    return holdsStatements && !(node instanceof StmtTy.ClassDef) && FunctionNode.of(node).isEmpty();
  }
}
