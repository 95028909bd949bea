package org.plpython.cli;

import java.io.Console;
import java.util.Optional;

/** Asks a person for a password. */
interface PasswordPrompt {
  /** The password that was typed; empty: nothing was, or nobody is there. */
  Optional<String> ask(String user);

  /** On the terminal that the program runs on, without showing what is typed. */
  static PasswordPrompt onTerminal() {
    return user ->
        Optional.ofNullable(System.console())
            .filter(PasswordPrompt::isTerminal)
            .map(console -> console.readPassword("Password for user %s: ", user))
            .map(String::new)
            .filter(password -> !password.isEmpty());
  }

  /** From Java 22 on there may be a console without a terminal, which would show the password. */
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
