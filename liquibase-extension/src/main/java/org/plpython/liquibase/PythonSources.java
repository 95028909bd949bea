package org.plpython.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.plpython.source.InvalidLocationException;
import org.plpython.source.SourceFile;
import org.plpython.source.SourceReader;

/**
 * Python files as Liquibase finds them on its search path: all of a folder, of which one file may
 * be meant.
 *
 * @param place which they are
 * @param files all files of the place's root, sorted by path
 */
record PythonSources(SourcePlace place, List<SourceFile> files) {
  /** What a file of ours cannot be without. */
  private static final Pattern OURS =
      Pattern.compile(
          "^[ \\t]*(?:from|import)[ \\t]+(?:plpython|django_plpy)\\b", Pattern.MULTILINE);

  PythonSources {
    files = List.copyOf(files);
  }

  /** A source that lies in no file, with a name for it. */
  PythonSources(String root, Optional<String> only, List<SourceFile> files) {
    this(new SourcePlace(root, only), files);
  }

  /**
   * What is at a place.
   *
   * @throws IOException if it cannot be read
   * @throws InvalidLocationException if no file is there, or the search path holds two of one path
   *     that differ
   */
  static PythonSources at(SourcePlace place, ResourceAccessor accessor) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Resource file : place.files(accessor)) {
      byte[] bytes = bytes(file);
      byte @Nullable [] other = files.put(place.below(file), bytes);
      if (other != null && !Arrays.equals(other, bytes)) {
        throw new InvalidLocationException(
            "Liquibase's search path holds %s twice, with different texts, the second time in %s. Rename or remove one of the two."
                .formatted(file.getPath(), file.getUri()));
      }
    }
    if (files.isEmpty()) {
      throw new InvalidLocationException(
          "There is no Python file in %s on Liquibase's search path. Put your .py files there, or name the folder that holds them."
              .formatted(place.path()));
    }
    return new PythonSources(place, SourceReader.decode(place.root(), files));
  }

  /**
   * Whether something at a place is for us: a file with our package in it, or a descriptor. Reads
   * no more than it has to.
   *
   * @throws IOException if it cannot be read
   */
  static boolean hasOurs(SourcePlace place, ResourceAccessor accessor) throws IOException {
    for (Resource file : place.files(accessor)) {
      String below = place.below(file);
      if (place.covers(below) && (SourceFile.isDescriptor(below) || isOurs(file))) {
        return true;
      }
    }
    return false;
  }

  /** Whatever the encoding, the words that tell are ASCII. */
  private static boolean isOurs(Resource file) throws IOException {
    return OURS.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1)).find();
  }

  private static byte[] bytes(Resource file) throws IOException {
    try (InputStream bytes = file.openInputStream()) {
      return bytes.readAllBytes();
    }
  }

  /** Whether a file is meant. */
  boolean covers(SourceFile file) {
    return place.covers(file.path());
  }

  /** The folder that imports begin in. */
  String root() {
    return place.root();
  }

  /** The one file that is meant, below the root; empty: all are. */
  Optional<String> only() {
    return place.only();
  }

  /** The path below the search path. */
  String path() {
    return place.path();
  }
}
