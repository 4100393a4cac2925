package dev.farcall.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.farcall.wire.FileSchema;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where locks are, and what is done with them. */
class SchemaLockTest {

  private static final String MODE = "farcall.schema.mode";
  private static final String BEFORE = "public record Order(String sku, int qty) {}";
  private static final String REORDERED = "public record Order(int qty, String sku) {}";
  private static final String GROWN = "public record Order(boolean gift, String sku, int qty) {}";
  private static final String OTHER_TYPE = "public record Order(String sku, long qty) {}";
  private static final String CORRUPT = "public record Order(String sku, String qty) {}";

  @TempDir private Path temporary;
  private int compilations;

  @Test
  void withoutALockThereIsANoteAndNothingElse() throws IOException {
    CaseCompiler.Outcome outcome = compile(BEFORE);

    assertThat(outcome.diagnostics()).hasSize(1);
    assertThat(outcome.diagnostics().get(0).getKind()).isEqualTo(Diagnostic.Kind.NOTE);
    assertThat(messages(outcome).get(0)).startsWith("[FAR300] Schema acme.orders.v1 is not locked");
    assertThat(outcome.classes().resolve("acme/orders/v1/orders.proto")).exists();
    assertThat(source("acme/orders/orders.proto")).doesNotExist();
  }

  @Test
  void besideThePackageItIsFoundWithoutConfigurationWhereJavacKnowsTheSources() throws IOException {
    assertThat(messages(compile(BEFORE, sourcePath(), mode("update"))))
        .singleElement()
        .asString()
        .startsWith("[FAR308] Recorded ");
    assertThat(source("acme/orders/orders.proto")).content().contains("int32 qty = 2;");

    assertThat(messages(compile(BEFORE, sourcePath()))).isEmpty();
    assertThat(ids(compile(GROWN, sourcePath()))).containsExactly("FAR310");
  }

  @Test
  void inADirectoryItLiesAtItsImportPath() throws IOException {
    compile(BEFORE, schema(), mode("update"));

    assertThat(temporary.resolve("locks/acme/orders/v1/orders.proto")).exists();
    assertThat(messages(compile(BEFORE, schema()))).isEmpty();
  }

  @Test
  void withoutAPlaceNothingCanBeKept() throws IOException {
    assertThat(messages(compile(BEFORE, mode("update"))))
        .containsExactly(
            "[FAR307] The lock of acme.orders.v1 cannot be written: javac was not told where the"
                + " sources are (-sourcepath). Name a directory for it: -Afarcall.schema=<dir>.");
  }

  @Test
  void aModeThatIsNoneIsAnError() throws IOException {
    assertThat(messages(compile(BEFORE, schema(), mode("force"))))
        .contains(
            "[FAR307] farcall.schema.mode is 'force' (expected: check, update, update-breaking or"
                + " off).");
  }

  @Test
  void theModeMayBeASystemProperty() throws IOException {
    System.setProperty(MODE, "update");
    try {
      assertThat(ids(compile(BEFORE, schema()))).containsExactly("FAR308");
    } finally {
      System.clearProperty(MODE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "REORDERED, check, ''",
    "REORDERED, update, ''",
    "GROWN, check, FAR310",
    "GROWN, update, FAR308",
    "GROWN, update-breaking, FAR308",
    "GROWN, off, ''",
    "OTHER_TYPE, check, FAR314",
    "OTHER_TYPE, update, FAR314",
    "OTHER_TYPE, update-breaking, FAR308",
    "CORRUPT, check, FAR314",
    "CORRUPT, update, FAR314",
    "CORRUPT, update-breaking, FAR314",
  })
  void aModeSaysWhatIsDoneWithADifference(String order, String mode, String id)
      throws IOException, ReflectiveOperationException {
    compile(BEFORE, schema(), mode("update"));
    String lock = Files.readString(temporary.resolve("locks/acme/orders/v1/orders.proto"));
    String text = (String) SchemaLockTest.class.getDeclaredField(order).get(null);

    List<String> ids = ids(compile(text, schema(), mode(mode)));

    assertThat(String.join(" ", ids)).isEqualTo(id);
    if (!id.equals("FAR308")) {
      assertThat(temporary.resolve("locks/acme/orders/v1/orders.proto")).hasContent(lock);
    }
  }

  @Test
  void numbersAreThoseOfTheLockWhateverTheOrder() throws IOException {
    compile(BEFORE, schema(), mode("update"));
    CaseCompiler.Outcome outcome = compile(GROWN, schema(), mode("update"));

    assertThat(outcome.classes().resolve("acme/orders/v1/orders.proto"))
        .content()
        .contains("  string sku = 1;\n  int32 qty = 2;\n  bool gift = 3;\n")
        .isEqualTo(Files.readString(temporary.resolve("locks/acme/orders/v1/orders.proto")));
  }

  @Test
  void classFilesAreJudgedAsTheirSourcesAre() throws IOException {
    compile(BEFORE, schema(), mode("update"));
    for (String order : List.of(REORDERED, GROWN, OTHER_TYPE, CORRUPT)) {
      List<String> fromSource = messages(compile(order, schema()));
      CaseCompiler compiler = new CaseCompiler(temporary.resolve("plain" + compilations++));
      Path classes =
          compiler
              .library(sources("acme.orders.v1", order), List.of("-parameters", "-proc:none"))
              .classes();

      List<String> fromClasses =
          messages(
              compiler.process(
                  classes,
                  List.of("acme.orders.OrderService", "acme.orders.Order"),
                  List.of("-parameters", schema()),
                  new FarcallProcessor()));

      assertThat(fromClasses).isEqualTo(fromSource);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, check", "true, update", "false, check", "false, update"})
  void aPackageThatMovesIsMissedAndAskedFor(boolean beside, String mode) throws IOException {
    String place = beside ? sourcePath() : schema();
    compile(BEFORE, place, mode("update"));

    assertThat(messages(compileIn("acme.sales.v1", BEFORE, place, mode(mode))))
        .singleElement()
        .asString()
        .startsWith("[FAR330] ")
        .contains("is the lock of proto package acme.orders.v1")
        .contains("Pin it: @Schema(\"acme.orders.v1\")");
    assertThat(messages(compileIn("acme.sales.v1", BEFORE, place, mode("update-breaking"))))
        .satisfiesExactly(
            recorded -> assertThat(recorded).startsWith("[FAR308] Recorded "),
            orphan -> assertThat(orphan).startsWith("[FAR308] Delete "));
    Files.delete(
        beside
            ? source("acme/orders/orders.proto")
            : temporary.resolve("locks/acme/orders/v1/orders.proto"));
    assertThat(messages(compileIn("acme.sales.v1", REORDERED, place))).isEmpty();
  }

  @Test
  void theDescriptorReservesWhatTheLockDoes() throws Exception {
    String kinds = "public record Order(Kind kind%s) { public enum Kind { A%s } }";
    compile(kinds.formatted(", int qty", ", B, C"), schema(), mode("update"));
    CaseCompiler.Outcome outcome = compile(kinds.formatted("", ", C"), schema(), mode("update"));

    DescriptorProto order = descriptor(outcome).getMessageType(1);
    assertThat(order.getReservedRange(0).getStart()).isEqualTo(2);
    assertThat(order.getReservedRange(0).getEnd()).isEqualTo(3);
    assertThat(order.getReservedNameList()).containsExactly("qty");
    assertThat(order.getEnumType(0).getReservedRange(0).getStart()).isEqualTo(2);
    assertThat(order.getEnumType(0).getReservedRange(0).getEnd()).isEqualTo(2);
    assertThat(order.getEnumType(0).getReservedNameList()).containsExactly("KIND_B");
  }

  private static FileDescriptorProto descriptor(CaseCompiler.Outcome outcome) throws Exception {
    URL classes = outcome.classes().toUri().toURL();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, SchemaLockTest.class.getClassLoader())) {
      FileSchema file =
          (FileSchema) loader.loadClass("acme.orders.OrdersSchema").getField("FILE").get(null);
      return FileDescriptorProto.parseFrom(file.bytes());
    }
  }

  @Test
  void commentsMakeNoDifference() throws IOException {
    compile("/** One. */ " + BEFORE, schema(), mode("update"));

    assertThat(messages(compile("/** Two. */ " + BEFORE, schema()))).isEmpty();
    assertThat(ids(compile("/** Two. */ " + BEFORE, schema(), mode("update"))))
        .containsExactly("FAR308");
    assertThat(temporary.resolve("locks/acme/orders/v1/orders.proto"))
        .content()
        .contains("// Two.");
  }

  @ParameterizedTest
  @CsvSource({"check", "update", "update-breaking"})
  void aLockThatCannotBeReadIsNotTakenForNone(String mode) throws IOException {
    Path lock = temporary.resolve("locks/acme/orders/v1/orders.proto");
    Files.createDirectories(lock);

    assertThat(messages(compile(BEFORE, schema(), mode(mode))))
        .singleElement()
        .asString()
        .startsWith("[FAR309] ")
        .contains("acme/orders/v1/orders.proto: cannot be read (");
    assertThat(lock).isDirectory();
  }

  @Test
  void theLockOfAnotherSystemsLineEndsIsTheSame() throws IOException {
    compile(BEFORE, schema(), mode("update"));
    Path lock = temporary.resolve("locks/acme/orders/v1/orders.proto");
    Files.writeString(lock, Files.readString(lock).replace("\n", "\r\n"));

    assertThat(messages(compile(BEFORE, schema()))).isEmpty();
    assertThat(messages(compile(BEFORE, schema(), mode("update")))).isEmpty();
    assertThat(ids(compile(GROWN, schema(), mode("update")))).containsExactly("FAR308");
  }

  @Test
  void aLockThatIsALinkStaysOneAndNothingElseIsLeft() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("locks/acme/orders/v1"));
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    compile(BEFORE, schema(), mode("update"));
    Files.move(folder.resolve("orders.proto"), elsewhere.resolve("kept.proto"));
    Files.createSymbolicLink(folder.resolve("orders.proto"), elsewhere.resolve("kept.proto"));

    assertThat(ids(compile(GROWN, schema(), mode("update")))).containsExactly("FAR308");

    assertThat(folder.resolve("orders.proto")).isSymbolicLink();
    assertThat(elsewhere.resolve("kept.proto")).content().contains("bool gift = 3;");
    assertThat(elsewhere.toFile().list()).hasSize(1);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aJavaPackageMayMoveWithoutItsLock() throws IOException {
    compile(BEFORE, sourcePath(), mode("update"));
    moveTo("acme.orders.v1", REORDERED);

    assertThat(messages(compileAgain(sourcePath())))
        .singleElement()
        .asString()
        .startsWith("[FAR310] ")
        .contains("java_package acme.orders.proto -> acme.sales.old.proto");

    moveTo("acme.orders.v1", GROWN);
    assertThat(ids(compileAgain(sourcePath(), mode("update")))).containsExactly("FAR308");
    assertThat(source("acme/orders/orders.proto"))
        .content()
        .contains("int32 qty = 2;\n  bool gift = 3;");
    assertThat(source("acme/sales/old/orders.proto")).doesNotExist();
  }

  @Test
  void aProtoPackageThatMovesWithItsJavaPackageIsMissed() throws IOException {
    compile(BEFORE, sourcePath(), mode("update"));
    moveTo("acme.sales.v1", REORDERED);

    assertThat(ids(compileAgain(sourcePath()))).containsExactly("FAR330");
    assertThat(ids(compileAgain(sourcePath(), mode("update")))).containsExactly("FAR330");
  }

  @ParameterizedTest
  @CsvSource({"check", "update", "update-breaking"})
  void whatIsNotCompiledIsNotTakenForRemoved(String mode) throws IOException {
    sources("acme.orders.v1", BEFORE);
    write(
        "acme/orders/UserService.java",
        "package acme.orders; @dev.farcall.annotation.Remote public interface UserService {"
            + " void add(String name); }");
    compileAgain(schema(), mode("update"));
    String lock = Files.readString(temporary.resolve("locks/acme/orders/v1/orders.proto"));
    Path aside = temporary.resolve("aside/acme/orders/UserService.java");
    Files.createDirectories(aside.getParent());
    Files.move(source("acme/orders/UserService.java"), aside);

    List<String> said =
        messages(compileAgain("-sourcepath " + temporary.resolve("aside"), schema(), mode(mode)));

    assertThat(said)
        .containsExactly(
            "[FAR323] The lock has service acme.orders.v1.UserService, and acme.orders.UserService is"
                + " there but not compiled: the lock cannot be compared with a part of its module."
                + " Compile all annotated sources of the module together.");
    assertThat(temporary.resolve("locks/acme/orders/v1/orders.proto")).hasContent(lock);
  }

  /** Moves the sources, but not their lock. */
  private void moveTo(String protoPackage, String order) throws IOException {
    for (String each : List.of("package-info", "OrderService", "Order")) {
      Files.deleteIfExists(source("acme/orders/" + each + ".java"));
    }
    writeSources("acme.sales.old", protoPackage, order);
  }

  private CaseCompiler.Outcome compile(String order, String... options) throws IOException {
    return compileIn("acme.orders.v1", order, options);
  }

  private CaseCompiler.Outcome compileIn(String protoPackage, String order, String... options)
      throws IOException {
    sources(protoPackage, order);
    return compileAgain(options);
  }

  private CaseCompiler.Outcome compileAgain(String... options) {
    List<String> all = new ArrayList<>(List.of("-parameters", "-Xlint:all,-processing"));
    for (String option : options) {
      all.addAll(List.of(option.split(" ", 2)));
    }
    return new CaseCompiler(temporary.resolve("out" + compilations++))
        .compile(temporary.resolve("in"), all, new FarcallProcessor());
  }

  private Path sources(String protoPackage, String order) throws IOException {
    writeSources("acme.orders", protoPackage, order);
    return temporary.resolve("in");
  }

  private void writeSources(String javaPackage, String protoPackage, String order)
      throws IOException {
    String folder = javaPackage.replace('.', '/');
    String header = "package " + javaPackage + "; ";
    write(
        folder + "/package-info.java",
        "@dev.farcall.annotation.Schema(\"" + protoPackage + "\") " + header);
    write(
        folder + "/OrderService.java",
        header
            + "@dev.farcall.annotation.Remote public interface OrderService {"
            + " void place(Order order); }");
    write(folder + "/Order.java", header + order);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(source(name).getParent());
    Files.writeString(source(name), text);
  }

  private Path source(String name) {
    return temporary.resolve("in").resolve(name);
  }

  private String sourcePath() {
    return "-sourcepath " + temporary.resolve("in");
  }

  private String schema() {
    return "-Afarcall.schema=" + temporary.resolve("locks");
  }

  private static String mode(String mode) {
    return "-A" + MODE + "=" + mode;
  }

  private static List<String> messages(CaseCompiler.Outcome outcome) {
    return outcome.diagnostics().stream().map(each -> each.getMessage(Locale.ROOT)).toList();
  }

  private static List<String> ids(CaseCompiler.Outcome outcome) {
    Pattern id = Pattern.compile("\\[(FAR\\d+)].*", Pattern.DOTALL);
    return messages(outcome).stream()
        .map(message -> id.matcher(message).replaceFirst("$1"))
        .toList();
  }
}
