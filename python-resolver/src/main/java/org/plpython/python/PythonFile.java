package org.plpython.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plpython.python.ImportClause.When;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.python.Statement.ImportedName;
import org.plpython.source.SourceFile;

/** A parsed source file. */
public final class PythonFile {
  private final SourceFile source;
  private final boolean isReadable;
  private final List<String> lines;
  private final List<Statement> statements;
  private final List<Expression> nestedDecorators;
  private final Map<String, String> origins = new HashMap<>();
  private final Map<String, List<ImportClause>> imports = new HashMap<>();
  private final Function<PythonFile, Code> codeReader;
  private final Map<String, List<Statement>> binding = new HashMap<>();
  private volatile @Nullable Code code;

  /**
   * A file.
   *
   * @param codeReader reads its code, once somebody asks for it
   */
  PythonFile(
      SourceFile source,
      List<Statement> statements,
      List<Expression> nestedDecorators,
      Function<PythonFile, Code> codeReader) {
    this(source, true, statements, nestedDecorators, codeReader);
  }

  private PythonFile(
      SourceFile source,
      boolean isReadable,
      List<Statement> statements,
      List<Expression> nestedDecorators,
      Function<PythonFile, Code> codeReader) {
    this.source = source;
    this.isReadable = isReadable;
    this.lines = source.lines();
    this.statements = List.copyOf(statements);
    this.nestedDecorators = List.copyOf(nestedDecorators);
    this.codeReader = codeReader;
    for (Statement statement : statements) {
      for (ImportedName imported : statement.imported()) {
        origins.put(imported.name(), imported.origin());
      }
      for (String name : statement.names().binds()) {
        binding.computeIfAbsent(name, n -> new ArrayList<>()).add(statement);
      }
      for (ImportClause clause : statement.names().imports()) {
        imports.computeIfAbsent(clause.name(), name -> new ArrayList<>()).add(clause);
      }
    }
  }

  /** A file with a syntax error: it is there, but nobody knows what is in it. */
  public static PythonFile unreadable(SourceFile source) {
    return new PythonFile(
        source, false, List.of(), List.of(), file -> new Code(List.of(), new IdentityHashMap<>()));
  }

  /** Whether the file has no syntax error. */
  public boolean isReadable() {
    return isReadable;
  }

  /** The file. */
  public SourceFile source() {
    return source;
  }

  /** Its top-level statements, in order. */
  public List<Statement> statements() {
    return statements;
  }

  /** The decorators of definitions that are not at the top level. */
  public List<Expression> nestedDecorators() {
    return nestedDecorators;
  }

  /**
   * What a name or dotted name stands for: {@code typing.Dict} for {@code Dict} after {@code from
   * typing import Dict}. A name that no import binds stands for itself; an expression that is not a
   * name for nothing.
   */
  public Optional<String> qualify(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return Optional.of(origins.getOrDefault(name.id(), name.id()));
    } else if (expression instanceof Expression.Attribute attribute) {
      return qualify(attribute.value()).map(value -> value + "." + attribute.attribute());
    }
    return Optional.empty();
  }

  /** The same for a dotted name as text. */
  public Optional<String> qualify(String dottedName) {
    int dot = dottedName.indexOf('.');
    String root = dot < 0 ? dottedName : dottedName.substring(0, dot);
    return originOf(root).map(origin -> origin + dottedName.substring(root.length()));
  }

  /** What an imported name stands for, if the top level imports it. */
  public Optional<String> originOf(String name) {
    return Optional.ofNullable(origins.get(name));
  }

  /** Whether a top-level statement binds the name. */
  public boolean binds(String name) {
    return binding.containsKey(name);
  }

  /** The same, but not for type checkers only. */
  boolean bindsWhenRun(String name) {
    List<ImportClause> imported = imports(name);
    return binds(name)
        && (imported.isEmpty()
            || binding(name).size() > 1
            || imported.stream().anyMatch(clause -> clause.when() != When.NEVER));
  }

  /** The top-level statements that bind the name, in order. */
  public List<Statement> binding(String name) {
    return binding.getOrDefault(name, List.of());
  }

  /** The class of that name, if the top level defines one. */
  public Optional<ClassDefinition> classNamed(String name) {
    return statements.stream()
        .filter(ClassDefinition.class::isInstance)
        .map(ClassDefinition.class::cast)
        .filter(definition -> definition.name().equals(name))
        .findFirst();
  }

  /** The names that top-level statements bind. */
  Set<String> boundNames() {
    return binding.keySet();
  }

  /** The imports of a name, wherever they stand, in order; {@code *} for those of all names. */
  List<ImportClause> imports(String name) {
    return imports.getOrDefault(name, List.of());
  }

  /** The names that functions import when they are called, outside of {@code try}, in order. */
  public List<ImportedName> importedWhenCalled() {
    return imports.values().stream()
        .flatMap(List::stream)
        .filter(clause -> clause.when() == When.CALLED && !clause.guarded() && clause.level() == 0)
        .sorted(ImportClause.ORDER)
        .map(ImportClause::imported)
        .toList();
  }

  /**
   * The module's name with dots, as the path below the root says it: {@code shop.prices}. A dot in
   * the file's own name parts nothing: {@code V7.1__x.py} lies in no package.
   */
  String moduleName() {
    String path = source.path().replaceFirst("(^|/)__init__\\.py$|\\.py$", "");
    int name = path.lastIndexOf('/') + 1;
    return path.substring(0, name).replace('/', '.') + path.substring(name).replace('.', '_');
  }

  /** The package that relative imports start from; empty at the top of the root. */
  String packageName() {
    String folder = source.path().substring(0, Math.max(source.path().lastIndexOf('/'), 0));
    return folder.replace('/', '.');
  }

  /** What the top level gives to the name, if one assignment alone binds it. */
  public Optional<Expression> assigned(String name) {
    List<Statement> binding = binding(name);
    return binding.size() == 1 && binding.get(0) instanceof Statement.Other assignment
        ? assignment.value()
        : Optional.empty();
  }

  /**
   * What stands in its statements, however deeply nested. It is read when it is first asked for.
   */
  public Code code() {
    Code known = code;
    if (known == null) {
      known = codeReader.apply(this);
      code = known;
    }
    return known;
  }

  /** Its string literals that hold a line end, in the order of their ends. */
  public List<MultiLineString> multiLineStrings() {
    return MultiLineString.read(source);
  }

  /** Its comments, in order. */
  public List<Comment> comments() {
    return CommentReader.read(source);
  }

  /** The text of a line, counted from 1. */
  String line(int number) {
    return lines.get(number - 1);
  }
}
