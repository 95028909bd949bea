package org.plpython.lint;

import java.util.Set;
import org.plpython.python.Occurrence;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.Occurrence.Store;
import org.plpython.python.Reference;
import org.plpython.source.Severity;

/** Code at the top level that changes settings of the whole interpreter. */
final class InterpreterState implements Rule {
  private static final Set<String> CHANGES =
      Set.of(
          "atexit.register",
          "csv.field_size_limit",
          "decimal.setcontext",
          "faulthandler.enable",
          "gc.disable",
          "gc.enable",
          "gc.freeze",
          "gc.set_threshold",
          "locale.setlocale",
          "logging.basicConfig",
          "logging.disable",
          "os.chdir",
          "os.environ.clear",
          "os.environ.pop",
          "os.environ.setdefault",
          "os.environ.update",
          "os.nice",
          "os.putenv",
          "os.umask",
          "os.unsetenv",
          "random.seed",
          "random.setstate",
          "resource.setrlimit",
          "signal.alarm",
          "signal.setitimer",
          "signal.signal",
          "socket.setdefaulttimeout",
          "sys.path.append",
          "sys.path.extend",
          "sys.path.insert",
          "sys.path.remove",
          "sys.set_int_max_str_digits",
          "sys.setprofile",
          "sys.setrecursionlimit",
          "sys.setswitchinterval",
          "sys.settrace",
          "time.tzset",
          "warnings.filterwarnings",
          "warnings.resetwarnings",
          "warnings.simplefilter");

  @Override
  public String id() {
    return "interpreter-state";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .loaded(Call.class)
        .filter(InterpreterState::isChange)
        .forEach(call -> report(call, call.function().name() + "() is called", findings));
    project
        .loaded(Store.class)
        .filter(store -> store.target().root() == Reference.Root.IMPORT)
        .filter(store -> !project.holdsModule(store.target().name()))
        .forEach(store -> report(store, stored(store), findings));
  }

  /** Whether a call changes settings of the whole interpreter. */
  static boolean isChange(Call call) {
    return call.function().isImported(CHANGES);
  }

  private static String stored(Store store) {
    return store.target().name().replace("[]", "[...]") + " is changed";
  }

  private static void report(Occurrence place, String what, Findings findings) {
    findings.report(
        place,
        what + " at the top level, for every function of the session or for none",
        "A function takes along what it names, and this line binds no name. What it changes is all"
            + " of Python's in the session: do it in the function that needs it, and undo it"
            + " there.");
  }
}
