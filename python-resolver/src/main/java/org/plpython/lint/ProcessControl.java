package org.plpython.lint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.Reference;
import org.plpython.source.Severity;

/** Calls that treat the server's process as one's own. */
final class ProcessControl implements Rule {
  private static final Set<String> EXITS = Set.of("exit", "quit");
  private static final Map<String, Harm> CALLS =
      Map.ofEntries(
          Map.entry("_thread.start_new_thread", Harm.THREAD),
          Map.entry("concurrent.futures.ProcessPoolExecutor", Harm.COPY),
          Map.entry("concurrent.futures.ThreadPoolExecutor", Harm.THREAD),
          Map.entry("multiprocessing.Pool", Harm.COPY),
          Map.entry("multiprocessing.Process", Harm.COPY),
          Map.entry("multiprocessing.pool.ThreadPool", Harm.THREAD),
          Map.entry("os._exit", Harm.END),
          Map.entry("os.abort", Harm.END),
          Map.entry("os.execl", Harm.END),
          Map.entry("os.execv", Harm.END),
          Map.entry("os.execve", Harm.END),
          Map.entry("os.execvp", Harm.END),
          Map.entry("os.fork", Harm.COPY),
          Map.entry("os.forkpty", Harm.COPY),
          Map.entry("os.kill", Harm.SEND),
          Map.entry("os.killpg", Harm.SEND),
          Map.entry("signal.alarm", Harm.SIGNAL),
          Map.entry("signal.setitimer", Harm.SIGNAL),
          Map.entry("signal.signal", Harm.SIGNAL),
          Map.entry("sys.exit", Harm.EXIT),
          Map.entry("threading.Thread", Harm.THREAD),
          Map.entry("threading.Timer", Harm.THREAD));

  private enum Harm {
    END(
        "ends the server's process",
        "PostgreSQL then restarts all sessions. Raise an exception instead."),
    EXIT(
        "ends no process here",
        "The caller gets an error without a reason: raise an exception that tells it."),
    COPY(
        "copies the server's process",
        "The copy shares the connection and the locks of its parent. Do such work outside of the"
            + " database."),
    THREAD(
        "starts a thread in the server's process",
        "PostgreSQL knows no threads: the server crashes when one of them uses plpy or raises an"
            + " error. Do the work one by one, or outside of the database."),
    SEND(
        "sends a signal as the server's own user",
        "Any of the server's processes may be hit: write SELECT pg_terminate_backend(...) or"
            + " pg_cancel_backend(...)."),
    SIGNAL(
        "takes a signal from PostgreSQL",
        "Timeouts and cancelling need it: write SET statement_timeout instead.");

    private final String message;
    private final String advice;

    Harm(String message, String advice) {
      this.message = message;
      this.advice = advice;
    }
  }

  @Override
  public String id() {
    return "process-control";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .running(Call.class)
        .filter(call -> call.site().isDeferred())
        .forEach(
            call ->
                harm(call.function())
                    .ifPresent(
                        harm ->
                            findings.report(
                                call, call.function().name() + "() " + harm.message, harm.advice)));
  }

  private static Optional<Harm> harm(Reference function) {
    if (function.isBuiltin(EXITS)) {
      return Optional.of(Harm.EXIT);
    }
    return function.root() == Reference.Root.IMPORT
        ? Optional.ofNullable(CALLS.get(function.name()))
        : Optional.empty();
  }
}
