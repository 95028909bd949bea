package org.plpython.python;

import org.plpython.python.Reference.Root;
import org.plpython.thirdparty.pegparser.sst.ExprTy;

/** Tells what the names in a file's code stand for. */
final class ReferenceReader {
  /** Nobody asks for the name of a longer chain. */
  private static final int MOST_LINKS = 20;

  private static final Reference NO_NAME = new Reference(Root.OTHER, "");

  private final PythonFile file;
  private final Scoping scoping;

  ReferenceReader(PythonFile file, Scoping scoping) {
    this.file = file;
    this.scoping = scoping;
  }

  Reference read(ExprTy expression, Setting setting) {
    StringBuilder rest = new StringBuilder();
    ExprTy root = expression;
    for (int links = 0; links < MOST_LINKS; links++) {
      if (root instanceof ExprTy.Attribute attribute) {
        rest.insert(0, "." + attribute.attr);
        root = attribute.value;
      } else if (root instanceof ExprTy.Subscript subscript) {
        rest.insert(0, "[]");
        root = subscript.value;
      } else if (root instanceof ExprTy.Call call) {
        rest.insert(0, "()");
        root = call.func;
      } else {
        return root instanceof ExprTy.Name name
            ? named(name.id, rest.toString(), setting)
            : new Reference(Root.OTHER, rest.toString());
      }
    }
    return NO_NAME;
  }

  private Reference named(String written, String rest, Setting setting) {
    String name = setting.place().mangled(written);
    if (!scoping.readsGlobal(name, setting.place())) {
      String origin = setting.imports().get(name);
      return origin == null
          ? new Reference(Root.LOCAL, name + rest)
          : new Reference(Root.IMPORT, origin + rest);
    }
    return file.originOf(name)
        .map(origin -> new Reference(Root.IMPORT, origin + rest))
        .orElseGet(() -> new Reference(file.binds(name) ? Root.FILE : Root.BUILTIN, name + rest));
  }
}
