package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmMarkTest {

  private final JvmMark own = JvmMark.ofThisJvm();

  @Test
  void read_as_it_was_written() {
    assertThat(JvmMark.parse(own.toString())).contains(own);
    assertThat(JvmMark.parse("a name 7 8")).contains(new JvmMark("a name", 7, 8));
    assertThat(JvmMark.parse("somebody else's")).isEmpty();
  }

  @Test
  void gone_when_its_process_is_not_there_or_another() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();

    assertThat(own.isGone()).isFalse();
    assertThat(new JvmMark(own.machine(), ended.pid(), own.began()).isGone()).isTrue();
    assertThat(new JvmMark(own.machine(), own.process(), own.began() - 60).isGone()).isTrue();
    assertThat(new JvmMark("elsewhere", ended.pid(), own.began()).isGone()).isFalse();
  }
}
