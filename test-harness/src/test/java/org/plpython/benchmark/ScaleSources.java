package org.plpython.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plpython.source.SourceFile;

/**
 * A large project's sources, the same for the same size: packages of ten files, one of which the
 * others import from, with fifty functions and five triggers on a table of the package; and one
 * file that all packages import from. So 10,000 functions are 200 packages of 2,001 files.
 *
 * @param packages how many there are
 */
record ScaleSources(int packages) {
  private static final int FUNCTIONS = 50;
  private static final int TRIGGERS = 5;
  private static final int MODULES = 9;
  private static final List<String> SCHEMAS =
      List.of("sales", "stock", "billing", "shipping", "crm", "staff", "audit", "web");

  /** Sources with so many functions, a multiple of fifty, and a tenth as many triggers. */
  static ScaleSources ofFunctions(int functions) {
    return new ScaleSources(functions / FUNCTIONS);
  }

  int functions() {
    return packages * FUNCTIONS;
  }

  int triggers() {
    return packages * TRIGGERS;
  }

  /**
   * All files.
   *
   * @param edition each function's text, and nothing else, is another one in each edition
   */
  List<SourceFile> files(int edition) {
    List<SourceFile> files = new ArrayList<>();
    files.add(file("shared.py", ScaleFiles.SHARED));
    for (int number = 0; number < packages; number++) {
      files.addAll(packageFiles(number, edition));
    }
    return files;
  }

  private static List<SourceFile> packageFiles(int number, int edition) {
    Map<String, String> names = names(number);
    names.put("edition", Integer.toString(edition));
    String folder = names.get("schema") + "/" + names.get("package") + "/";
    List<SourceFile> files = new ArrayList<>();
    files.add(file(folder + "common.py", fill(ScaleFiles.COMMON, names)));
    for (int module = 0; module < MODULES; module++) {
      StringBuilder text = new StringBuilder(fill(ScaleFiles.HEADER, names));
      for (int i = module; i < FUNCTIONS; i += MODULES) {
        int function = number * FUNCTIONS + i;
        names.put("n", Integer.toString(function));
        names.put("pair", Integer.toString(function / 10));
        text.append(fill(ScaleFunctions.SHAPES.get(i % ScaleFunctions.SHAPES.size()), names));
      }
      if (module < TRIGGERS) {
        text.append(fill(ScaleTriggers.SHAPES.get(module), names));
      }
      files.add(file(folder + "module_" + module + ".py", text.toString()));
    }
    return files;
  }

  /** The statements that make the schemas and the tables, which the project's own SQL makes. */
  List<String> tables() {
    List<String> statements = new ArrayList<>();
    SCHEMAS.forEach(schema -> statements.add("CREATE SCHEMA " + schema));
    for (int number = 0; number < packages; number++) {
      statements.add(fill(ScaleTriggers.TABLE, names(number)));
    }
    return statements;
  }

  private static Map<String, String> names(int number) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("schema", SCHEMAS.get(number % SCHEMAS.size()));
    names.put("package", String.format(Locale.ROOT, "p%04d", number));
    names.put("table", String.format(Locale.ROOT, "t%04d", number));
    names.put("number", Integer.toString(number));
    return names;
  }

  private static String fill(String template, Map<String, String> names) {
    String text = template;
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = text.replace("<" + name.getKey() + ">", name.getValue());
    }
    return text;
  }

  private static SourceFile file(String path, String text) {
    return new SourceFile("scale", path, text);
  }
}
