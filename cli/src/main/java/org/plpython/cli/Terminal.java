package org.plpython.cli;

import java.io.Console;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Who sits before the program. */
interface Terminal {
  /** Nobody: output goes to a file or a pipe. */
  Terminal NONE =
      new Terminal() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public boolean hasColors() {
          return false;
        }

        @Override
        public Optional<String> ask(String question) {
          return Optional.empty();
        }
      };

  /** Whether somebody sees at once what is written. */
  boolean isThere();

  /** Whether colours are shown, and wanted. */
  boolean hasColors();

  /** What is answered; empty: nobody is there. */
  Optional<String> ask(String question);

  /** The one of this process, if it has one. */
  static Terminal ofProcess() {
    return console().map(Terminal::of).orElse(NONE);
  }

  /** What reads from the terminal, if there is one. */
  static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
  }

  private static Terminal of(Console console) {
    return new Terminal() {
      @Override
      public boolean isThere() {
        return true;
      }

      @Override
      public boolean hasColors() {
        return Ansi.AUTO.enabled();
      }

      @Override
      public Optional<String> ask(String question) {
        return Optional.ofNullable(console.readLine("%s", question));
      }
    };
  }

  /** From Java 22 on there may be a console without a terminal, which would show passwords. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException earlier) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Console.isTerminal is public", e);
    }
  }
}
