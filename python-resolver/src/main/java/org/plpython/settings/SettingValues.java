package org.plpython.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plpython.PlPythonException;
import org.plpython.deploy.DeploySettings;
import org.plpython.object.TypeMapping;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Protection;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.source.Location;

/**
 * What is set: the latest value of each setting that the configuration gave, else the process's.
 * Any read tells of all that is wrong.
 */
public final class SettingValues {
  private final Tool tool;
  private final Map<String, GivenSetting> configured = new TreeMap<>();
  private final Supplier<Map<String, GivenSetting>> process;

  /**
   * Nothing is set but what the process gives.
   *
   * @param process its settings by their names without the prefix, asked for at each read
   */
  public SettingValues(Tool tool, Supplier<Map<String, GivenSetting>> process) {
    this.tool = tool;
    this.process = process;
  }

  /** The same, by values of its own. */
  public SettingValues copy() {
    SettingValues copy = new SettingValues(tool, process);
    copy.configured.putAll(configured);
    return copy;
  }

  /** Sets what is given, and nothing else. */
  public void putAll(Map<String, GivenSetting> given) {
    configured.putAll(given);
  }

  /** Sets one; null: as if nobody had. */
  public void put(Setting<?> setting, @Nullable Object value) {
    if (value == null) {
      configured.remove(setting.name());
    } else {
      configured.put(setting.name(), new GivenSetting(tool.property(setting), value));
    }
  }

  /**
   * A setting's value.
   *
   * @throws RuntimeException as {@link #check} does
   */
  public <T> T get(Setting<T> setting) {
    Map<String, GivenSetting> given = check();
    return items(setting, given).map(setting.form()::read).orElse(setting.standard());
  }

  /** The locations of the sources. */
  public List<Location> locations() {
    return get(Setting.LOCATIONS).stream().map(Location::parse).toList();
  }

  /** Which SQL types stand for which Python types. */
  public TypeMapping typeMapping() {
    return TypeMapping.parse(
        get(Setting.COMPATIBILITY).orElse(null), get(Setting.TYPES).orElse(null));
  }

  /**
   * What a plan may do.
   *
   * @param defaultProject where none is set
   * @param defaultRegistry where none is set
   */
  public PlanSettings planSettings(String defaultProject, String defaultRegistry) {
    return new PlanSettings(
        Optional.of(get(Setting.PROJECT).orElse(defaultProject)),
        Optional.of(get(Setting.REGISTRY).orElse(defaultRegistry)),
        get(Setting.ADOPT),
        get(Setting.DEPENDENTS),
        new Removal(
            get(Setting.ALLOW_REMOVAL),
            get(Setting.REMOVAL_THRESHOLD),
            Set.copyOf(get(Setting.MANAGED_SCHEMAS)),
            get(Setting.PROTECT).stream().map(Protection::new).toList()),
        get(Setting.DRIFT_POLICY));
  }

  /** How long a deploy waits. */
  public DeploySettings deploySettings() {
    return new DeploySettings(
        get(Setting.LOCK_TIMEOUT),
        get(Setting.STATEMENT_TIMEOUT),
        get(Setting.TURN_TIMEOUT),
        get(Setting.ATTEMPTS));
  }

  /**
   * All that is given.
   *
   * @throws RuntimeException the tool's, if names or values are wrong; the message shows all
   */
  private Map<String, GivenSetting> check() {
    Map<String, GivenSetting> given = new TreeMap<>(process.get());
    configured.forEach(
        (name, setting) -> {
          if (!isBlank(setting)) {
            given.put(name, setting);
          }
        });
    List<String> mistakes = new ArrayList<>();
    given.forEach((name, setting) -> mistake(name, setting, given).ifPresent(mistakes::add));
    if (!mistakes.isEmpty()) {
      throw tool.exception().apply(message(mistakes));
    }
    return given;
  }

  private static boolean isBlank(GivenSetting setting) {
    return setting.value().toString().isBlank();
  }

  private Optional<String> mistake(String name, GivenSetting given, Map<String, GivenSetting> all) {
    Optional<Setting<?>> setting = tool.named(name);
    if (setting.isEmpty()) {
      return Optional.of(UnknownSetting.message(given, tool));
    }
    try {
      items(setting.get(), all).ifPresent(setting.get().form()::read);
      return Optional.empty();
    } catch (PlPythonException wrong) {
      return Optional.of(given.origin() + ": " + wrong.getMessage());
    }
  }

  private static Optional<List<String>> items(Setting<?> setting, Map<String, GivenSetting> given) {
    return Optional.ofNullable(given.get(setting.name()))
        .map(it -> setting.form().items(it.value()))
        .filter(items -> !items.isEmpty());
  }

  private static String message(List<String> mistakes) {
    return mistakes.size() == 1
        ? "Wrong setting " + mistakes.get(0)
        : "Wrong settings:\n  " + String.join("\n  ", mistakes);
  }
}
