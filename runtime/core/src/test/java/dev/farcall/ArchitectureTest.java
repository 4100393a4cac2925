package dev.farcall;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packages of core and their one-way arrows.
 *
 * <p>A call is described by {@code time}, {@code wire}, {@code route}, {@code policy} and {@code
 * call}; {@code spi} is what transports implement over them. Above it stand packages with one
 * concern each that do not know each other; only {@code pipeline} knows them and their order, and
 * only the door knows that.
 */
class ArchitectureTest {

  private static final String ROOT = "dev.farcall";

  private static final List<String> DESCRIPTION =
      List.of("time", "wire", "route", "policy", "call");

  private static final List<String> CONCERNS =
      List.of(
          "resilience",
          "balance",
          "discovery",
          "health",
          "reflection",
          "observe",
          "transport",
          "server",
          "config");

  /** Each package with those that it may use. The door, which is the root package, may use all. */
  private static final Map<String, Set<String>> ARROWS = arrows();

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Also of an array of them. */
  private static final DescribedPredicate<JavaClass> PRIMITIVE =
      DescribedPredicate.describe("primitive", type -> type.getBaseComponentType().isPrimitive());

  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    arrows.put("time", Set.of());
    arrows.put("wire", Set.of());
    arrows.put("route", Set.of("time", "wire"));
    arrows.put("policy", Set.of());
    arrows.put("call", Set.of("time", "wire", "route", "policy"));
    arrows.put("protocol", union(List.of(DESCRIPTION, List.of("stream"))));
    arrows.put("security", union(List.of(DESCRIPTION)));
    arrows.put("registry", union(List.of(DESCRIPTION)));
    arrows.put(
        "spi", // options of a transport name TLS, ways to a registry its instances
        union(List.of(DESCRIPTION, List.of("security", "registry"))));
    arrows.put("stream", union(List.of(DESCRIPTION, List.of("spi"))));
    for (String concern : CONCERNS) {
      arrows.put(concern, union(List.of(DESCRIPTION, List.of("spi", "registry", "stream"))));
    }
    // Interceptors are made by users and know the limits that they keep.
    arrows.put("intercept", union(List.of(DESCRIPTION, List.of("spi", "security", "resilience"))));
    arrows.put(
        "pipeline", union(List.of(DESCRIPTION, List.of("spi", "security", "stream"), CONCERNS)));
    return arrows;
  }

  static Stream<Arguments> packagesAndWhatTheyMustNotUse() {
    return ARROWS.entrySet().stream()
        .map(
            arrow -> {
              Set<String> forbidden = new TreeSet<>(ARROWS.keySet());
              forbidden.removeAll(arrow.getValue());
              forbidden.remove(arrow.getKey());
              return arguments(arrow.getKey(), forbidden);
            });
  }

  @ParameterizedTest(name = "{0} does not use {1}")
  @MethodSource("packagesAndWhatTheyMustNotUse")
  void arrows_point_one_way(String from, Set<String> forbidden) {
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
        .check(CORE);
  }

  @Test
  void every_class_lives_in_a_package_whose_arrows_are_known() {
    String[] known =
        Stream.concat(
                Stream.of(ROOT, tree("annotation")),
                ARROWS.keySet().stream().map(ArchitectureTest::tree))
            .toArray(String[]::new);
    classes().should().resideInAnyPackage(known).check(CORE);
  }

  @Test
  void packages_form_no_cycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void core_needs_the_jdk_only() {
    noClasses()
        .should()
        .dependOnClassesThat(
            not(resideInAnyPackage("java..", "javax..", ROOT + "..", "org.jspecify.."))
                .and(not(PRIMITIVE)))
        .check(CORE);
  }

  private static String tree(String name) {
    return ROOT + "." + name + "..";
  }

  private static Set<String> union(List<List<String>> lists) {
    return lists.stream().flatMap(List::stream).collect(toCollection(TreeSet::new));
  }
}
