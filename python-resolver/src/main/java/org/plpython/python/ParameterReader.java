package org.plpython.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plpython.python.Statement.Parameter;
import org.plpython.python.Statement.Parameter.Kind;
import org.plpython.thirdparty.pegparser.sst.ArgTy;
import org.plpython.thirdparty.pegparser.sst.ArgumentsTy;
import org.plpython.thirdparty.pegparser.sst.ExprTy;

/** Turns the parser's argument lists into parameters, in the order they are written in. */
final class ParameterReader {
  private final List<Parameter> parameters = new ArrayList<>();

  private ParameterReader() {}

  static List<Parameter> read(ArgumentsTy arguments) {
    ParameterReader reader = new ParameterReader();
    reader.positional(arguments);
    reader.add(arguments.varArg, Kind.VARIADIC, null);
    reader.keywordOnly(arguments);
    reader.add(arguments.kwArg, Kind.KEYWORDS, null);
    return reader.parameters;
  }

  /** Defaults belong to the last positional parameters. */
  private void positional(ArgumentsTy arguments) {
    List<ArgTy> positional = new ArrayList<>();
    positional.addAll(SyntaxTree.listOf(arguments.posOnlyArgs));
    positional.addAll(SyntaxTree.listOf(arguments.args));
    int defaults = arguments.defaults == null ? 0 : arguments.defaults.length;
    int required = positional.size() - defaults;
    int positionalOnly = SyntaxTree.listOf(arguments.posOnlyArgs).size();
    for (int i = 0; i < positional.size(); i++) {
      add(
          positional.get(i),
          i < positionalOnly ? Kind.POSITIONAL_ONLY : Kind.POSITIONAL,
          i < required || arguments.defaults == null ? null : arguments.defaults[i - required]);
    }
  }

  private void keywordOnly(ArgumentsTy arguments) {
    List<ArgTy> keywordOnly = SyntaxTree.listOf(arguments.kwOnlyArgs);
    for (int i = 0; i < keywordOnly.size(); i++) {
      add(
          keywordOnly.get(i),
          Kind.KEYWORD_ONLY,
          arguments.kwDefaults == null ? null : arguments.kwDefaults[i]);
    }
  }

  private void add(@Nullable ArgTy node, Kind kind, @Nullable ExprTy defaultValue) {
    if (node != null) {
      parameters.add(
          new Parameter(
              ExpressionReader.position(node),
              node.arg,
              kind,
              ExpressionReader.readOptional(node.annotation),
              ExpressionReader.readOptional(defaultValue)));
    }
  }
}
