package org.plpython.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.python.Expression;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;

/** A descriptor as expressions, whose positions are those in the file. */
public final class YamlFile {
  private final SourceFile source;
  private final List<String> lines;
  private final Optional<Expression> root;
  private final Map<Position, Block> blocks;

  YamlFile(SourceFile source, Optional<Expression> root, Map<Position, Block> blocks) {
    this.source = source;
    this.lines = source.lines();
    this.root = root;
    this.blocks = Map.copyOf(blocks);
  }

  /** Its lines, without their line ends. */
  public List<String> lines() {
    return lines;
  }

  /** The file. */
  public SourceFile source() {
    return source;
  }

  /**
   * What it holds: mappings, sequences and literals; the keys of mappings are strings, each written
   * once. Empty if it holds nothing but comments.
   */
  public Optional<Expression> root() {
    return root;
  }

  /** A text as it stands in the file, if the value is a block written with {@code |}. */
  public Optional<Block> block(Expression value) {
    return Optional.ofNullable(blocks.get(value.position()));
  }

  /**
   * A text whose lines are lines of the file, one for one.
   *
   * @param firstLine of the text in the file, counted from 1
   * @param text without the indentation that it has in the file
   */
  public record Block(int firstLine, String text) {

    /** How many lines it has. */
    public int lineCount() {
      return (int) text.lines().count();
    }
  }
}
