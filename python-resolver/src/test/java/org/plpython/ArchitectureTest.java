package org.plpython;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the architecture. The counter-examples break each of them. */
class ArchitectureTest {
  private static final String PRODUCT = "org.plpython";
  private static final String COUNTER_EXAMPLES = "org.plpython.archunit.counterexample";

  private enum Rule {
    PIPELINE,
    NO_CYCLES,
    FILES,
    JDBC,
    PARSER,
    YAML,
    MIGRATION_TOOLS;

    /** The rule for the stages below a package. */
    ArchRule below(String root) {
      return switch (this) {
        case PIPELINE -> pipeline(root);
        case NO_CYCLES -> slices().matching(root + ".(*)..").should().beFreeOfCycles();
        case FILES ->
            noClasses()
                .that()
                .resideOutsideOfPackages(root + ".source..", "org.plpython.thirdparty..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                    "java\\.nio\\.file\\.Files|java\\.io\\.(File.*|RandomAccessFile)"
                        + "|java\\.nio\\.channels\\..*");
        case JDBC ->
            noClasses()
                .that()
                .resideOutsideOfPackages(root + ".deploy..", root + ".catalog..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..");
        case PARSER ->
            noClasses()
                .that()
                .resideOutsideOfPackages(root + ".python..", "org.plpython.thirdparty..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.plpython.thirdparty..");
        case YAML ->
            noClasses()
                .that()
                .resideOutsideOfPackage(root + ".yaml..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml..");
        case MIGRATION_TOOLS ->
            noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.flywaydb..", "liquibase..");
      };
    }

    /** One direction, no way back; the adapters' way in stands beside the DDL, not above it. */
    private static ArchRule pipeline(String root) {
      return layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("source")
          .definedBy(root + ".source..")
          .layer("python")
          .definedBy(root + ".python..")
          .layer("yaml")
          .definedBy(root + ".yaml..")
          .layer("descriptor")
          .definedBy(root + ".descriptor..")
          .layer("lint")
          .definedBy(root + ".lint..")
          .layer("object")
          .definedBy(root + ".object..")
          .layer("catalog")
          .definedBy(root + ".catalog..")
          .layer("sql")
          .definedBy(root + ".sql..")
          .layer("plan")
          .definedBy(root + ".plan..")
          .layer("report")
          .definedBy(root + ".report..")
          .layer("deploy")
          .definedBy(root + ".deploy..")
          .layer("settings")
          .definedBy(root + ".settings..")
          .layer("resolver")
          .definedBy(root + ".resolver..")
          .whereLayer("source")
          .mayNotAccessAnyLayer()
          .whereLayer("python")
          .mayOnlyAccessLayers("source")
          .whereLayer("yaml")
          .mayOnlyAccessLayers("source", "python")
          .whereLayer("descriptor")
          .mayOnlyAccessLayers("source", "python", "yaml")
          .whereLayer("lint")
          .mayOnlyAccessLayers("source", "python", "descriptor")
          .whereLayer("object")
          .mayOnlyAccessLayers("source", "python", "descriptor")
          .whereLayer("catalog")
          .mayOnlyAccessLayers("object")
          .whereLayer("sql")
          .mayOnlyAccessLayers("object", "descriptor", "catalog")
          .whereLayer("plan")
          .mayOnlyAccessLayers("source", "object", "descriptor", "catalog", "sql")
          .whereLayer("report")
          .mayOnlyAccessLayers("source", "object", "catalog", "plan")
          .whereLayer("deploy")
          .mayOnlyAccessLayers("source", "descriptor", "object", "catalog", "sql", "plan")
          .whereLayer("settings")
          .mayOnlyAccessLayers("source", "object", "catalog", "plan", "deploy")
          .whereLayer("settings")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("resolver")
          .mayNotBeAccessedByAnyLayer();
    }
  }

  private static JavaClasses classes(String root, ImportOption... options) {
    return new ClassFileImporter().withImportOptions(List.of(options)).importPackages(root);
  }

  @ParameterizedTest
  @EnumSource
  void rule_holds_when_the_product_is_looked_at(Rule rule) {
    rule.below(PRODUCT).check(classes(PRODUCT, ImportOption.Predefined.DO_NOT_INCLUDE_TESTS));
  }

  @ParameterizedTest
  @CsvSource({
    "PIPELINE, ReachesForward",
    "NO_CYCLES, Chicken",
    "FILES, ReadsFile",
    "FILES, OpensFile",
    "JDBC, UsesJdbc",
    "PARSER, UsesParser",
    "YAML, UsesYaml",
    "MIGRATION_TOOLS, UsesMigrationTool"
  })
  void rule_fails_when_a_class_breaks_it(Rule rule, String breaker) {
    assertThat(
            rule.below(COUNTER_EXAMPLES)
                .allowEmptyShould(false)
                .evaluate(classes(COUNTER_EXAMPLES))
                .getFailureReport()
                .toString())
        .contains(breaker);
  }
}
