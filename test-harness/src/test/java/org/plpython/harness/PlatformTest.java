package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @Test
  void accepted_when_linux_on_x86_64_or_arm64_with_glibc() {
    assertThatCode(new Platform("Linux", "amd64", true)::check).doesNotThrowAnyException();
    assertThatCode(new Platform("Linux", "aarch64", true)::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Mac OS X, aarch64, true, this is Mac OS X on aarch64",
    "Linux, riscv64, true, this is Linux on riscv64",
    "Linux, aarch64, false, there is no glibc (/lib/ld-linux-aarch64.so.1 is missing)",
    "Windows 11, amd64, true, this is Windows 11 on amd64",
    "Linux, amd64, false, there is no glibc (/lib64/ld-linux-x86-64.so.2 is missing)",
  })
  void one_sentence_says_what_to_do_when_platform_cannot_be_served(
      String os, String architecture, boolean glibc, String reason) {
    Platform platform = new Platform(os, architecture, glibc);

    assertThatThrownBy(platform::check)
        .isInstanceOf(UnsupportedPlatformException.class)
        .hasMessage(
            "The embedded PostgreSQL does not run here: "
                + reason
                + ". It runs on Linux x86-64 or arm64 with glibc 2.35 or later. Name another server with"
                + " -Dplpython.test.database=local, =docker or =jdbc:postgresql://HOST/DATABASE.");
  }
}
