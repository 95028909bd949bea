package org.plpython.liquibase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.configuration.ConfigurationValueProvider;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.configuration.ProvidedValue;
import liquibase.configuration.core.DefaultsFileValueProvider;
import liquibase.configuration.core.EnvironmentValueProvider;
import liquibase.configuration.core.SystemPropertyValueProvider;
import liquibase.util.StringUtil;
import org.plpython.settings.GivenSetting;
import org.plpython.settings.Setting;
import org.plpython.settings.UnknownSetting;

/**
 * Where Liquibase takes settings from, in its own order: its scope, the command line, system
 * properties, the environment, defaults files, and what an integration adds.
 *
 * @param system the process's properties, for names that no setting has
 * @param environment the process's variables, for the same
 */
record LiquibaseSources(Properties system, Map<String, String> environment) {
  private static final Pattern OURS =
      Pattern.compile("liquibase[._-]?plpython[._-].*", Pattern.CASE_INSENSITIVE);

  /** Where an application's framework puts its settings into the scope: they win. */
  static final String APPLICATION = "org.plpython.liquibase.application";

  /** In a defaults file the first word can be left out. */
  private static final Pattern OURS_IN_FILE =
      Pattern.compile("(liquibase[._-]?)?plpython[._-].*", Pattern.CASE_INSENSITIVE);

  /**
   * Where later versions keep the sources of an execution: the command line's since 5.0, its
   * defaults file among them. The constant is not there in earlier ones.
   */
  private static final String SCOPED_SOURCES = "liquibase.scopedValueProviders";

  /**
   * All that is given, by names without the prefix; unknown names keep theirs. Liquibase is asked
   * only for what somebody seems to have set: it looks through all of its sources for each name,
   * and is asked for settings at each change set.
   */
  Map<String, GivenSetting> given() {
    Map<String, GivenSetting> given = new TreeMap<>();
    LiquibaseConfiguration configuration = configuration();
    Set<String> names = plainNames();
    List<ConfigurationValueProvider> others = others();
    for (Setting<?> setting : PlPythonSettings.LIQUIBASE.settings()) {
      String property = PlPythonSettings.LIQUIBASE.property(setting);
      String plain = UnknownSetting.plain(setting.name());
      if (names.stream().anyMatch(it -> it.endsWith(plain))
          || others.stream().anyMatch(it -> it.getProvidedValue(property) != null)) {
        ProvidedValue value =
            configuration.getCurrentConfiguredValue(null, null, property).getProvidedValue();
        if (value.getValue() != null && !value.getValue().toString().isBlank()) {
          given.put(setting.name(), given(value));
        }
      }
    }
    addUnknown(system, OURS, "system property", LiquibaseSources::systemProperty, given);
    addUnknown(environment, OURS, "environment variable", LiquibaseSources::variable, given);
    for (DefaultsFileValueProvider file : defaultsFiles()) {
      String place = place(file.getDescription());
      addUnknown(file.getMap(), OURS_IN_FILE, place, LiquibaseSources::line, given);
    }
    given.putAll(Scope.getCurrentScope().get(APPLICATION, Map.<String, GivenSetting>of()));
    return given;
  }

  /** The names in the sources that we can look through, without what spellings differ in. */
  private Set<String> plainNames() {
    Set<String> names = new TreeSet<>();
    Stream.of(
            Stream.of(system, environment),
            defaultsFiles().stream().map(DefaultsFileValueProvider::getMap))
        .flatMap(Function.identity())
        .flatMap(source -> source.keySet().stream())
        .map(String::valueOf)
        .filter(name -> name.toLowerCase(Locale.ROOT).contains("plpython"))
        .forEach(name -> names.add(UnknownSetting.plain(name)));
    return names;
  }

  /** The other sources: Liquibase's scope, the command line, and what an integration adds. */
  private static List<ConfigurationValueProvider> others() {
    return sources()
        .filter(
            it ->
                !(it instanceof SystemPropertyValueProvider)
                    && !(it instanceof EnvironmentValueProvider)
                    && !(it instanceof DefaultsFileValueProvider))
        .toList();
  }

  private static GivenSetting given(ProvidedValue value) {
    return new GivenSetting(
        value.getActualKey(), value.getValue(), place(value.getSourceDescription()));
  }

  /** A file's is "File exists at path ..." on the command line. */
  private static String place(String description) {
    return StringUtil.lowerCaseFirst(description).replaceFirst("^file exists at path ", "file ");
  }

  private static LiquibaseConfiguration configuration() {
    return Scope.getCurrentScope().getSingleton(LiquibaseConfiguration.class);
  }

  private static List<DefaultsFileValueProvider> defaultsFiles() {
    return sources()
        .filter(DefaultsFileValueProvider.class::isInstance)
        .map(DefaultsFileValueProvider.class::cast)
        .toList();
  }

  private static Stream<ConfigurationValueProvider> sources() {
    List<?> scoped = Scope.getCurrentScope().get(SCOPED_SOURCES, List.of());
    return Stream.concat(
        configuration().getProviders().stream(),
        scoped.stream().map(ConfigurationValueProvider.class::cast));
  }

  /**
   * Adds what Liquibase takes for none of the settings.
   *
   * @param alone makes a source like this one of a single name
   */
  private static void addUnknown(
      Map<?, ?> source,
      Pattern ours,
      String place,
      Function<String, ConfigurationValueProvider> alone,
      Map<String, GivenSetting> given) {
    source.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (name.toLowerCase(Locale.ROOT).contains("plpython")
              && ours.matcher(name).matches()
              && !value.toString().isBlank()
              && !isRead(alone.apply(name))) {
            given.put(name, new GivenSetting(name, value, place));
          }
        });
  }

  private static boolean isRead(ConfigurationValueProvider source) {
    return PlPythonSettings.LIQUIBASE.settings().stream()
        .map(PlPythonSettings.LIQUIBASE::property)
        .anyMatch(it -> source.getProvidedValue(it) != null);
  }

  private static ConfigurationValueProvider systemProperty(String name) {
    return new SystemPropertyValueProvider() {
      @Override
      protected Map<?, ?> getMap() {
        return Map.of(name, name);
      }
    };
  }

  private static ConfigurationValueProvider variable(String name) {
    return new EnvironmentValueProvider() {
      @Override
      protected Map<?, ?> getMap() {
        return Map.of(name, name);
      }
    };
  }

  private static ConfigurationValueProvider line(String name) {
    Properties file = new Properties();
    file.setProperty(name, name);
    return new DefaultsFileValueProvider(file) {};
  }
}
