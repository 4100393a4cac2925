package dev.farcall.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lock that no schema asks for any more: a removed service is not removed in silence. */
class OrphanedLockTest {

  private static final String SERVICE =
      "package acme.orders; @dev.farcall.annotation.Remote public interface OrderService {"
          + " void place(String sku); }";
  private static final String MESSAGE =
      "package acme.orders; @dev.farcall.annotation.Message public record Order(String sku) {}";
  private static final String REMOVED =
      "[FAR320] %s records acme.orders.OrderService, and nothing declares proto package acme.orders"
          + " any more: callers in the field would get UNIMPLEMENTED. Keep the interface @Deprecated,"
          + " or accept the break: delete the file. If it is the lock of another module, give each"
          + " module a directory of its own.";

  @TempDir private Path temporary;
  private int compilations;

  @ParameterizedTest
  @CsvSource({
    "true, ''",
    "true, check",
    "true, update",
    "false, ''",
    "false, check",
    "false, update"
  })
  void theLastServiceOfAModuleIsMissed(boolean beside, String mode) throws IOException {
    source("acme/Main.java", "package acme; class Main {}");
    Path lock = locked("acme/orders/OrderService.java", SERVICE, beside);
    Files.delete(in("acme/orders/OrderService.java"));

    List<String> said =
        mode.isEmpty() ? compile(place(beside)) : compile(place(beside), mode(mode));

    assertThat(said).containsExactly(REMOVED.formatted(lock));
    assertThat(lock).exists();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aServiceThatIsAPlainInterfaceNowIsMissed(boolean beside) throws IOException {
    Path lock = locked("acme/orders/OrderService.java", SERVICE, beside);
    source(
        "acme/orders/OrderService.java",
        "package acme.orders; public interface OrderService { void place(String sku); }");

    assertThat(compile(place(beside))).containsExactly(REMOVED.formatted(lock));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void theOneOfAPackageIsMissedWhereOthersHaveTheirs(boolean beside) throws IOException {
    source("acme/users/User.java", MESSAGE.replace("orders", "users").replace("Order(", "User("));
    Path lock = locked("acme/orders/OrderService.java", SERVICE, beside);
    Files.delete(in("acme/orders/OrderService.java"));

    assertThat(compile(place(beside))).containsExactly(REMOVED.formatted(lock));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whoAcceptsTheBreakDeletesTheLock(boolean beside) throws IOException {
    source("acme/Main.java", "package acme; class Main {}");
    Path lock = locked("acme/orders/OrderService.java", SERVICE, beside);
    Files.delete(in("acme/orders/OrderService.java"));

    assertThat(compile(place(beside), mode("update-breaking")))
        .containsExactly(
            "[FAR308] Delete "
                + lock
                + ": nothing declares proto package acme.orders any more. Until then it is an error"
                + " where locks are checked.");
    Files.delete(lock);
    assertThat(compile(place(beside))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void messagesThatNoServiceHasMayGo(boolean beside) throws IOException {
    source("acme/Main.java", "package acme; class Main {}");
    Path lock = locked("acme/orders/Order.java", MESSAGE, beside);
    Files.delete(in("acme/orders/Order.java"));

    assertThat(compile(place(beside)))
        .containsExactly(
            "[FAR310] "
                + lock
                + " is the lock of proto package acme.orders, which nothing declares any more. That"
                + " breaks nobody, since it has no service: delete the file. If it is that of another"
                + " module, give each module a directory of its own.");
    assertThat(compile(place(beside), mode("update")))
        .singleElement()
        .asString()
        .contains("FAR308");
    assertThat(lock).exists();
  }

  @Test
  void aLockBelowALicenceIsOneToo() throws IOException {
    source("acme/Main.java", "package acme; class Main {}");
    Path lock = locked("acme/orders/OrderService.java", SERVICE, false);
    Files.writeString(lock, "// Copyright Acme\n\n" + Files.readString(lock));
    Files.delete(in("acme/orders/OrderService.java"));

    assertThat(compile(place(false))).containsExactly(REMOVED.formatted(lock));
  }

  @Test
  void anotherModulesTypesOfThatJavaPackageHideNothing() throws IOException {
    source("acme/Main.java", "package acme; class Main {}");
    locked("acme/orders/OrderService.java", SERVICE, false);
    Files.delete(in("acme/orders/OrderService.java"));
    Path elsewhere = temporary.resolve("elsewhere/acme/orders/Money.java");
    Files.createDirectories(elsewhere.getParent());
    Files.writeString(elsewhere, "package acme.orders; class Money {}");

    String found = "-sourcepath " + temporary.resolve("elsewhere");
    assertThat(compile(place(false), found)).singleElement().asString().contains("FAR320");
  }

  @Test
  void nothingIsSaidWhereTheModeIsOff() throws IOException {
    source("acme/Main.java", "package acme; class Main {}");
    locked("acme/orders/OrderService.java", SERVICE, false);
    Files.delete(in("acme/orders/OrderService.java"));

    assertThat(compile(place(false), mode("off"))).isEmpty();
  }

  @Test
  void whatIsThereAndNotCompiledIsNotMissed() throws IOException {
    locked("acme/orders/OrderService.java", SERVICE, false);
    Path elsewhere = temporary.resolve("elsewhere/acme/orders/OrderService.java");
    Files.createDirectories(elsewhere.getParent());
    Files.move(in("acme/orders/OrderService.java"), elsewhere);
    source("acme/MainTest.java", "package acme; class MainTest {}");

    String found = "-sourcepath " + temporary.resolve("elsewhere");
    assertThat(compile(place(false), found, "-implicit:none")).isEmpty();
    assertThat(compile(place(false))).hasSize(1);
  }

  @Test
  void theFilesOfOthersAreNoLocks() throws IOException {
    source("acme/Main.java", "package acme; class Main {}");
    String theirs =
        "syntax = \"proto3\";\npackage theirs;\noption java_multiple_files = true;\n"
            + "option java_package = \"theirs.proto\";\nservice Their {\n}\n";
    source("theirs/theirs.proto", theirs);
    source("theirs/broken.proto", "// Generated from Java by farcall-processor.\n{");

    assertThat(compile(place(true))).isEmpty();
  }

  @Test
  void whatAnotherProcessorMakesLaterIsNotMissed() throws IOException {
    Path lock = locked("acme/orders/OrderService.java", SERVICE, false);
    Files.delete(in("acme/orders/OrderService.java"));
    source("acme/Main.java", "package acme; class Main {}");

    assertThat(
            compile(
                List.of(place(false)),
                new FarcallProcessor(),
                new OrphanedLocksProcessor(),
                new Late()))
        .isEmpty();
    assertThat(lock).exists();
  }

  @Test
  void afterAnErrorThereIsNoneThatFollowsFromIt() throws IOException {
    locked("acme/orders/OrderService.java", SERVICE, false);
    source("acme/orders/OrderService.java", SERVICE.replace("String sku", "Absent sku"));

    assertThat(compile(place(false)))
        .isNotEmpty()
        .allMatch(message -> message.contains("Absent"), "only of the missing type");
  }

  /** Makes the service in the first round. */
  private static final class Late extends AbstractProcessor {
    private boolean done;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer writer =
            processingEnv.getFiler().createSourceFile("acme.orders.OrderService").openWriter()) {
          writer.write(SERVICE);
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
      return false;
    }
  }

  /** Compiles a source and all that is there, and keeps what comes of it. */
  private Path locked(String name, String text, boolean beside) throws IOException {
    source(name, text);
    assertThat(compile(place(beside), mode("update")))
        .allSatisfy(message -> assertThat(message).startsWith("[FAR308] Recorded "));
    Path lock =
        beside
            ? in("acme/orders/orders.proto")
            : temporary.resolve("locks/acme/orders/orders.proto");
    assertThat(lock).exists();
    return lock;
  }

  private List<String> compile(String... options) {
    return compile(List.of(options), new FarcallProcessor(), new OrphanedLocksProcessor());
  }

  private List<String> compile(List<String> options, Processor... processors) {
    List<String> all = new ArrayList<>(List.of("-parameters", "-Xlint:all,-processing"));
    options.forEach(option -> all.addAll(List.of(option.split(" ", 2))));
    return new CaseCompiler(temporary.resolve("out" + compilations++))
        .compile(temporary.resolve("in"), all, processors).diagnostics().stream()
            .map(each -> each.getMessage(Locale.ROOT))
            .toList();
  }

  private String place(boolean beside) {
    return beside
        ? "-sourcepath " + temporary.resolve("in")
        : "-Afarcall.schema=" + temporary.resolve("locks");
  }

  private static String mode(String mode) {
    return "-Afarcall.schema.mode=" + mode;
  }

  private void source(String name, String text) throws IOException {
    Files.createDirectories(in(name).getParent());
    Files.writeString(in(name), text);
  }

  private Path in(String name) {
    return temporary.resolve("in").resolve(name);
  }
}
