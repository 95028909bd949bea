package org.plpython.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.exception.UnexpectedLiquibaseException;
import org.plpython.deploy.DeploySettings;
import org.plpython.object.TypeMapping;
import org.plpython.plan.PlanSettings;
import org.plpython.settings.GivenSetting;
import org.plpython.settings.RemovalPolicy;
import org.plpython.settings.Setting;
import org.plpython.settings.SettingForm;
import org.plpython.settings.SettingValues;
import org.plpython.settings.Tool;

/**
 * The settings {@code liquibase.plpython.*} as they are now, wherever Liquibase takes settings
 * from. To be read once for a run: Liquibase asks all its sources for each setting.
 */
record PlPythonSettings(SettingValues values) {
  /** What waits for a later release waits in a history; Liquibase's has no room for it. */
  private static final Setting<RemovalPolicy> REMOVAL =
      new Setting<>(
          Setting.REMOVAL.name(),
          Setting.REMOVAL.description(),
          SettingForm.oneOf(List.of(RemovalPolicy.NOW, RemovalPolicy.NEVER)),
          Setting.REMOVAL.standard());

  static final Tool LIQUIBASE =
      new Tool(
          "liquibase.plpython.",
          "LIQUIBASE_PLPYTHON_",
          ours(),
          message -> new UnexpectedLiquibaseException(message));

  private static List<Setting<?>> ours() {
    List<Setting<?>> settings = new ArrayList<>(Setting.ALL);
    settings.replaceAll(it -> it.equals(Setting.REMOVAL) ? REMOVAL : it);
    return settings;
  }

  /**
   * Those of the current {@code Scope}.
   *
   * @throws UnexpectedLiquibaseException if any is unknown or has a value that it cannot have; its
   *     message shows all of them and where they stand
   */
  static PlPythonSettings current() {
    return of(new LiquibaseSources(System.getProperties(), System.getenv()).given());
  }

  static PlPythonSettings of(Map<String, GivenSetting> given) {
    PlPythonSettings settings = new PlPythonSettings(new SettingValues(LIQUIBASE, () -> given));
    settings.removal();
    return settings;
  }

  /** Where the sources lie that no changelog names. */
  List<String> locations() {
    return values.get(Setting.LOCATIONS);
  }

  /** Which SQL types stand for which Python types. */
  TypeMapping typeMapping() {
    return values.typeMapping();
  }

  /**
   * What a plan may do.
   *
   * @param defaultProject where none is set
   * @param defaultRegistry where none is set
   */
  PlanSettings planSettings(String defaultProject, String defaultRegistry) {
    return values.planSettings(defaultProject, defaultRegistry);
  }

  /** How long a deploy waits. */
  DeploySettings deploySettings() {
    return values.deploySettings();
  }

  /** When an object goes whose source is gone: now or never. */
  RemovalPolicy removal() {
    return values.get(REMOVAL);
  }

  /** Whether sources older than those deployed last replace and remove what is newer. */
  boolean isAllowDowngrade() {
    return values.get(Setting.ALLOW_DOWNGRADE);
  }
}
