package org.plpython.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.DeclarationReader;
import org.plpython.descriptor.DescriptorReader;
import org.plpython.descriptor.Placeholders;
import org.plpython.object.DatabaseObject;
import org.plpython.object.ObjectBuilder;
import org.plpython.object.ScriptFile;
import org.plpython.object.TypeMapping;
import org.plpython.python.PythonFile;
import org.plpython.resolver.ParsedFiles.ParsedFile;
import org.plpython.source.Diagnostics;
import org.plpython.source.ScriptNaming;
import org.plpython.source.SourceFile;
import org.plpython.yaml.YamlFile;
import org.plpython.yaml.YamlReader;

/**
 * What the stages make of sources.
 *
 * @param files all but scripts, those with syntax errors too, and the bodies of descriptors as
 *     files
 * @param objects those that hold no mistake
 * @param scripts those that hold no mistake
 * @param diagnostics all mistakes
 */
record Resolution(
    List<PythonFile> files,
    List<Declaration> declarations,
    List<DatabaseObject> objects,
    List<ScriptFile> scripts,
    Diagnostics diagnostics) {
  private static final ParsedFiles PARSED = new ParsedFiles();

  static Resolution of(
      List<SourceFile> sources, TypeMapping types, Placeholders placeholders, ScriptNaming naming) {
    Diagnostics diagnostics = new Diagnostics();
    List<PythonFile> all = parse(sources, diagnostics);
    List<PythonFile> files =
        all.stream().filter(file -> naming.nameOf(file.source()).isEmpty()).toList();
    List<Declaration> declarations = new ArrayList<>();
    for (PythonFile file : files) {
      declarations.addAll(new DeclarationReader(file, placeholders, diagnostics).read());
    }
    List<ScriptFile> scripts =
        new ScriptReader(naming, placeholders, diagnostics).read(sources, all);
    List<Declaration> described =
        new DescriptorReader(files, declarations, placeholders, diagnostics)
            .read(descriptors(sources, diagnostics));
    List<DatabaseObject> objects =
        new ObjectBuilder(types, placeholders, diagnostics).build(files, described);
    return new Resolution(withBodies(files, described), described, objects, scripts, diagnostics);
  }

  private static List<YamlFile> descriptors(List<SourceFile> sources, Diagnostics diagnostics) {
    return sources.stream()
        .filter(SourceFile::isDescriptor)
        .flatMap(source -> new YamlReader(source, diagnostics).read().stream())
        .toList();
  }

  private static List<PythonFile> withBodies(
      List<PythonFile> files, List<Declaration> declarations) {
    return Stream.concat(
            files.stream(),
            declarations.stream()
                .filter(d -> d.body().isPresent())
                .map(Declaration::file)
                .distinct())
        .toList();
  }

  private static List<PythonFile> parse(List<SourceFile> sources, Diagnostics diagnostics) {
    List<ParsedFile> parsed =
        PARSED.parse(
            sources.stream()
                .filter(source -> !source.isDescriptor() && !source.isScriptSettings())
                .toList());
    parsed.forEach(it -> diagnostics.addAll(it.mistakes()));
    return parsed.stream().map(ParsedFile::file).toList();
  }
}
