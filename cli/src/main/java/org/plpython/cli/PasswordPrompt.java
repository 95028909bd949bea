package org.plpython.cli;

import java.util.Optional;

/** Asks a person for a password. */
interface PasswordPrompt {
  /** The password that was typed; empty: nothing was, or nobody is there. */
  Optional<String> ask(String user);

  /** On the terminal that the program runs on, without showing what is typed. */
  static PasswordPrompt onTerminal() {
    return user ->
        Terminal.console()
            .map(console -> console.readPassword("Password for user %s: ", user))
            .map(String::new)
            .filter(password -> !password.isEmpty());
  }
}
