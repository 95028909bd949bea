package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerLogTest {

  @Test
  void last_lines_and_general_advice_are_told_when_the_cause_is_unknown() {
    String lines =
        IntStream.rangeClosed(1, 30).mapToObj(n -> "line " + n).collect(Collectors.joining("\n"));
    String shown =
        IntStream.rangeClosed(11, 30)
            .mapToObj(n -> "  line " + n + "\n")
            .collect(Collectors.joining());

    assertThat(new ServerLog(lines).failure("It failed."))
        .hasMessage(
            "It failed. The end of its log:\n"
                + shown
                + "Mend what the log names, or name another server with"
                + " -Dplpython.test.database=local, =docker or =jdbc:postgresql://HOST/DATABASE.");
  }

  @Test
  void the_remedy_is_told_when_the_cause_is_known() {
    assertThat(new ServerLog("initdb: error: No space left on device").failure("It failed."))
        .hasMessage(
            """
            It failed. The end of its log:
              initdb: error: No space left on device
            Free some space in the temporary folder, or name another one with -Djava.io.tmpdir=FOLDER.""");
  }

  @Test
  void platform_is_refused_when_its_c_library_is_too_old() {
    SQLException cause =
        new SQLException(
            "could not load library \"plpython3.so\": /lib64/libm.so.6: version `GLIBC_2.35' not"
                + " found (required by libpython3.6m.so.1.0)");

    assertThat(new ServerLog("").pythonFailure(cause))
        .isInstanceOf(UnsupportedPlatformException.class)
        .hasMessageStartingWith(
            "The embedded PostgreSQL does not run here: its glibc is too old for Python 3.14. It");
  }

  @Test
  void end_of_the_log_is_told_when_python_does_not_work() {
    SQLException cause = new SQLException("server closed the connection");

    assertThat(new ServerLog("terminated by signal 11").pythonFailure(cause))
        .isInstanceOf(PlPythonServerException.class)
        .hasMessageContaining("  terminated by signal 11\n")
        .hasCause(cause);
  }
}
