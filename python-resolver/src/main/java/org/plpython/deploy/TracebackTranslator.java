package org.plpython.deploy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Routine;
import org.plpython.object.Script;

/**
 * Says an error that a function or a trigger raises in the server in the terms of the author's
 * files. PostgreSQL's own traceback names no file and counts lines of the installed text; from the
 * objects that the sources declare, this makes the traceback that Python would have written.
 *
 * <p>PostgreSQL names a function without its schema and arguments. Where several of one name are
 * declared, the installed text that the traceback quotes decides; where that leaves more than one,
 * all of them are shown. Where none fits, the database holds another version than the sources, and
 * the traceback stays as it is, with a line that says so.
 */
public final class TracebackTranslator {
  private static final Pattern PRIVATE_MODULE = Pattern.compile("\\b_plpython\\.\\w+_\\d+\\.");
  private static final Pattern ROUTINE =
      Pattern.compile("(?:  \\S+ ?: )?PL/Python function \"(.*)\"");

  private final Map<String, List<Routine>> routines = new TreeMap<>();
  private final List<Script> scripts;

  /** With the objects that the sources at hand declare. */
  public TracebackTranslator(List<? extends DatabaseObject> objects) {
    this(objects, List.of());
  }

  /**
   * The same for what goes on while scripts run.
   *
   * @param scripts that may be running: they are blocks without names in PostgreSQL's words
   */
  public TracebackTranslator(List<? extends DatabaseObject> objects, List<Script> scripts) {
    this.scripts = List.copyOf(scripts);
    for (DatabaseObject object : objects) {
      if (object instanceof Routine routine) {
        routines.computeIfAbsent(routine.name().name(), name -> new ArrayList<>()).add(routine);
      }
    }
  }

  /**
   * The error's message in the author's terms.
   *
   * @param error what the PostgreSQL driver threw
   * @return the message as it is where nothing in it is of the sources
   */
  public String translate(SQLException error) {
    return translate(String.valueOf(error.getMessage()));
  }

  /**
   * The same for the driver's message, or for a longer text that holds it line by line.
   *
   * @return the text as it is where nothing in it is of the sources
   */
  public String translate(String text) {
    ServerMessage message = ServerMessage.parse(text);
    List<InstalledProgram> raising = raising(message);
    List<String> lines = new ArrayList<>();
    message.before().forEach(line -> lines.add(withPlace(ownNames(line), List.of())));
    lines.addAll(raising.isEmpty() ? asItIs(message) : translated(message, raising));
    for (int i = 0; i < message.after().size(); i++) {
      lines.add(withPlace(message.after().get(i), i == 0 ? raising : List.of()));
    }
    return String.join("\n", lines);
  }

  /** Classes by their author's modules: the private one that holds them is nobody's business. */
  private static String ownNames(String line) {
    return PRIVATE_MODULE.matcher(line).replaceAll("");
  }

  /**
   * Those that the traceback may be of: they fit, and put as much of it into the author's files.
   */
  private List<InstalledProgram> raising(ServerMessage message) {
    List<Frame> frames = message.frames();
    if (frames.isEmpty()) {
      return List.of();
    }
    List<InstalledProgram> fitting =
        message.routine().map(this::named).orElseGet(this::blocks).stream()
            .filter(program -> program.fits(frames))
            .toList();
    int most = fitting.stream().mapToInt(p -> p.translate(frames).own()).max().orElse(0);
    return fitting.stream().filter(p -> p.translate(frames).own() == most).toList();
  }

  private static List<String> translated(ServerMessage message, List<InstalledProgram> raising) {
    List<List<String>> possible =
        raising.stream().map(p -> p.translate(message.frames()).lines()).distinct().toList();
    List<String> lines = new ArrayList<>(List.of(ServerMessage.HEADER));
    lines.addAll(possible.get(0));
    for (List<String> other : possible.subList(1, possible.size())) {
      lines.add("or, as several functions have the name:");
      lines.addAll(other);
    }
    return lines;
  }

  private List<String> asItIs(ServerMessage message) {
    List<String> lines = new ArrayList<>();
    message.header().ifPresent(lines::add);
    message.frames().forEach(frame -> lines.add(frame.toString()));
    if (message.routine().filter(routines::containsKey).isPresent()) {
      lines.add("(Its lines are not the sources': another version of the function is installed.)");
    }
    return lines;
  }

  /**
   * A line of the context that names a function of the sources, with its place in them.
   *
   * @param known which function it is; empty: any of the name
   */
  private String withPlace(String line, List<InstalledProgram> known) {
    Matcher named = ROUTINE.matcher(line);
    if (!named.matches()) {
      return line;
    }
    String places =
        (known.isEmpty() ? named(named.group(1)) : known)
            .stream().map(InstalledProgram::place).distinct().collect(Collectors.joining(" or "));
    return places.isEmpty() ? line : line + ", " + places;
  }

  private List<InstalledProgram> blocks() {
    return scripts.stream().map(InstalledProgram::new).toList();
  }

  private List<InstalledProgram> named(String routine) {
    return routines.getOrDefault(routine, List.of()).stream().map(InstalledProgram::new).toList();
  }
}
