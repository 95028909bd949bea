package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

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
    String log =
        "ERROR:  could not load library \"plpython3.so\": /lib64/libm.so.6: version `GLIBC_2.35' not"
            + " found (required by libpython3.6m.so.1.0)";

    assertThat(new ServerLog(log).startFailure("It failed."))
        .isInstanceOf(UnsupportedPlatformException.class)
        .hasMessageStartingWith(
            "The embedded PostgreSQL does not run here: its glibc is too old for Python 3.14. It");
  }

  @Test
  void end_of_the_log_is_told_when_the_server_does_not_start() {
    assertThat(new ServerLog("terminated by signal 11").startFailure("It failed."))
        .isInstanceOf(PlPythonServerException.class)
        .hasMessageStartingWith("It failed. The end of its log:\n  terminated by signal 11\n");
  }
}
