package dev.farcall.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packages of the processor and their one-way arrows: it reads, checks and emits, each a value
 * in and a value out.
 *
 * <p>{@code analysis}, {@code lock}, {@code check} and {@code emit} know {@code model} and not each
 * other; the root package, which is javac's plumbing, knows them all. Only these two ends see
 * javac.
 */
class ArchitectureTest {

  private static final String ROOT = "dev.farcall.processor";

  private static final JavaClasses PROCESSOR =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Stream<Arguments> packagesAndWhatTheyMustNotUse() {
    return Stream.of(
        arguments("model", List.of("analysis", "lock", "check", "emit")),
        arguments("analysis", List.of("lock", "check", "emit")),
        arguments("lock", List.of("analysis", "check", "emit")),
        arguments("check", List.of("analysis", "lock", "emit")),
        arguments("emit", List.of("analysis", "lock", "check")));
  }

  @ParameterizedTest(name = "{0} does not use {1}")
  @MethodSource("packagesAndWhatTheyMustNotUse")
  void arrows_point_one_way(String from, List<String> forbidden) {
    String[] targets =
        Stream.concat(Stream.of(ROOT), forbidden.stream().map(ArchitectureTest::tree))
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(tree(from))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(targets)
        .allowEmptyShould(true)
        .check(PROCESSOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "lock", "check", "emit"})
  void javac_is_not_seen_in(String name) {
    noClasses()
        .that()
        .resideInAPackage(tree(name))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "com.sun..")
                .and(not(belongToAnyOf(Modifier.class, Generated.class))))
        .because("a model is a value; JavaPoet's own vocabulary is all that emit may borrow")
        .allowEmptyShould(true)
        .check(PROCESSOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "analysis", "lock", "check"})
  void source_is_not_written_in(String name) {
    noClasses()
        .that()
        .resideInAPackage(tree(name))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("com.palantir.javapoet..")
                .and(not(assignableTo(TypeName.class)))
                .and(not(belongToAnyOf(CodeBlock.class))))
        .because("names and expressions are values; JavaPoet's declarations belong to emit")
        .allowEmptyShould(true)
        .check(PROCESSOR);
  }

  @Test
  void every_class_lives_in_a_package_whose_arrows_are_known() {
    classes()
        .should()
        .resideInAnyPackage(
            ROOT, tree("model"), tree("analysis"), tree("lock"), tree("check"), tree("emit"))
        .allowEmptyShould(true)
        .check(PROCESSOR);
  }

  private static String tree(String name) {
    return ROOT + "." + name + "..";
  }
}
