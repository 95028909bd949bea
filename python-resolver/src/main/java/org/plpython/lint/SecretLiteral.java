package org.plpython.lint;

import java.util.Optional;
import java.util.regex.Pattern;
import org.plpython.python.Occurrence;
import org.plpython.python.Occurrence.Argument;
import org.plpython.python.Occurrence.Binding;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.Occurrence.Default;
import org.plpython.python.Value;
import org.plpython.source.Severity;

/** A password in a function's text, which every role may read. */
final class SecretLiteral implements Rule {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(.*_)?(password|passwd|pwd|secret|secret_key|private_key|api_?key|(access|api|auth)_token)");
  private static final Pattern ADDRESS = Pattern.compile("\\w://[^/\\s:@]+:[^/\\s:@{]+@");

  @Override
  public String id() {
    return "secret-literal";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project.running(Binding.class).forEach(it -> check(it, it.name(), it.value(), findings));
    project.running(Default.class).forEach(it -> check(it, it.parameter(), it.value(), findings));
    project.running(Call.class).forEach(call -> check(call, findings));
  }

  private static void check(Call call, Findings findings) {
    for (Argument argument : call.arguments()) {
      check(call, argument.name().orElse(""), argument.value(), findings);
    }
  }

  private static void check(Occurrence place, String name, Value value, Findings findings) {
    Optional<String> text = value.kind() == Value.Kind.TEXT ? value.text() : Optional.empty();
    boolean isSecret = NAME.matcher(name).matches() && text.filter(t -> !t.isBlank()).isPresent();
    if (isSecret || text.filter(t -> ADDRESS.matcher(t).find()).isPresent()) {
      findings.report(
          place,
          isSecret
              ? "'" + name + "' is in the function's text"
              : "a password is in the function's text",
          "Every role can read that in pg_proc, and in backups. Keep it in a table with few readers,"
              + " and ask for it with plpy.execute(...).");
    }
  }
}
