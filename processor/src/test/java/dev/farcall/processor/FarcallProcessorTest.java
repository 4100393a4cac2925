package dev.farcall.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarcallProcessorTest {

  private static final Path ORDERS = Path.of("src/test/resources/cases/good-orders/in");
  private static final String UNLOCKED = "-Afarcall.schema.mode=off";
  private static final List<String> OPTIONS =
      List.of("-parameters", "-Xlint:all,-processing", UNLOCKED);

  @TempDir private Path temporary;

  @Test
  void class_files_give_the_same_schema_as_their_sources() throws IOException {
    CaseCompiler compiler = new CaseCompiler(temporary);
    CaseCompiler.Outcome sources = compiler.compile(ORDERS, OPTIONS, new FarcallProcessor());
    CaseCompiler.Outcome before =
        compiler.library(copy(ORDERS, "plain"), List.of("-parameters", "-proc:none"));

    CaseCompiler.Outcome classes =
        compiler.process(
            before.classes(),
            List.of("acme.orders.v1.OutOfStock", "acme.orders.v1.OrderService"),
            OPTIONS,
            new FarcallProcessor());

    assertThat(messages(classes)).isEmpty();
    assertThat(schemas(classes)).isNotEmpty().isEqualTo(schemas(sources));
  }

  @Test
  void the_order_of_the_sources_makes_no_difference() throws IOException {
    CaseCompiler compiler = new CaseCompiler(temporary);
    CaseCompiler.Outcome first = compiler.compile(ORDERS, OPTIONS, new FarcallProcessor());
    List<Path> reversed = new ArrayList<>(CaseCompiler.files(ORDERS, ".java"));
    Collections.reverse(reversed);

    CaseCompiler.Outcome second =
        compiler.compile("reversed", reversed, OPTIONS, new FarcallProcessor());

    assertThat(schemas(second)).isNotEmpty().isEqualTo(schemas(first));
  }

  @Test
  void waits_for_a_type_that_another_processor_makes() throws IOException {
    Path in =
        sources("acme/Order.java", "@dev.farcall.annotation.Message record Order(Late late) {}");

    CaseCompiler.Outcome outcome =
        new CaseCompiler(temporary)
            .compile(
                in,
                List.of(UNLOCKED),
                new FarcallProcessor(),
                new Late("acme.Late", "package acme; record Late(int x) {}"));

    assertThat(messages(outcome)).isEmpty();
    assertThat(outcome.classes().resolve("acme/OrderCodec.class")).exists();
    assertThat(outcome.classes().resolve("acme/LateCodec.class")).exists();
  }

  @Test
  void leaves_a_type_that_nobody_makes_to_javac() throws IOException {
    Path in =
        sources("acme/Order.java", "@dev.farcall.annotation.Message record Order(Late late) {}");

    CaseCompiler.Outcome outcome =
        new CaseCompiler(temporary).compile(in, List.of(UNLOCKED), new FarcallProcessor());

    assertThat(messages(outcome))
        .hasSize(1)
        .allSatisfy(message -> assertThat(message).startsWith("cannot find symbol"));
  }

  @Test
  void refuses_what_comes_after_the_schema_was_written() throws IOException {
    Path in = sources("acme/Order.java", "@dev.farcall.annotation.Message record Order(int x) {}");

    CaseCompiler.Outcome outcome =
        new CaseCompiler(temporary)
            .compile(
                in,
                List.of(UNLOCKED),
                new FarcallProcessor(),
                new Late(
                    "acme.Late",
                    "package acme; @dev.farcall.annotation.Message record Late(int x) {}"));

    assertThat(messages(outcome))
        .containsExactly(
            "[FAR133] A source that another processor generated belongs to proto package acme,"
                + " whose schema had been written before. Move it to a package or a module of its"
                + " own.");
  }

  @Test
  void tells_a_defect_of_its_own_without_a_stack_trace() throws IOException {
    Path in = sources("acme/Order.java", "@dev.farcall.annotation.Message record Order(int x) {}");

    CaseCompiler.Outcome outcome =
        new CaseCompiler(temporary)
            .compile(in, List.of(UNLOCKED), withFullDisk(new FarcallProcessor()));

    assertThat(messages(outcome))
        .containsExactly(
            "[FAR199] The processor failed on proto package acme (java.io.UncheckedIOException:"
                + " java.io.IOException: disk full). This is a defect of Farcall: please report it"
                + " together with the source of proto package acme.");
  }

  @Test
  void reads_protoc_types_that_are_compiled_together_with_their_users() throws IOException {
    Path in =
        sources("acme/Order.java", "@dev.farcall.annotation.Message record Order(lib.Hue hue) {}");
    write(
        in.resolve("lib/HueProto.java"),
        "package lib; public final class HueProto {"
            + " public static com.google.protobuf.Descriptors.FileDescriptor getDescriptor() {"
            + " throw new UnsupportedOperationException(); }"
            + " static { String[] descriptorData = {"
            + " \"\\n\\013a/hue.proto\" + \"\\022\\003a.b\\\"\\005\", \"\\n\\003Hue\" }; } }");
    write(
        in.resolve("lib/Hue.java"),
        "package lib; public abstract class Hue implements com.google.protobuf.Message {"
            + " public static com.google.protobuf.Descriptors.Descriptor getDescriptor() {"
            + " throw new UnsupportedOperationException(); }"
            + " public static Hue parseFrom(byte[] bytes)"
            + " throws com.google.protobuf.InvalidProtocolBufferException {"
            + " throw new UnsupportedOperationException(); }"
            + " public static Builder newBuilder() { throw new UnsupportedOperationException(); }"
            + " public interface Builder extends com.google.protobuf.Message.Builder {"
            + " @Override Hue build(); } }");

    CaseCompiler.Outcome outcome =
        new CaseCompiler(temporary).compile(in, List.of(UNLOCKED), new FarcallProcessor());

    assertThat(messages(outcome)).isEmpty();
    assertThat(outcome.classes().resolve("acme/acme.proto"))
        .content()
        .contains("import \"a/hue.proto\";")
        .contains("a.b.Hue hue = 1;");
  }

  @Test
  void a_twin_of_a_class_file_needs_its_parameter_names() throws IOException {
    Path library = temporary.resolve("library");
    write(
        library.resolve("acme/Users.java"),
        "package acme; @dev.farcall.annotation.Remote"
            + " public interface Users { String name(String id); int count(); }");
    CaseCompiler compiler = new CaseCompiler(temporary.resolve("out"));
    assertThat(messages(compiler.library(library, List.of(UNLOCKED), new FarcallProcessor())))
        .isEmpty();
    Path in =
        sources(
            "acme/AsyncUsers.java",
            "import java.util.concurrent.CompletionStage;"
                + " @dev.farcall.annotation.Remote(of = Users.class) public interface AsyncUsers {"
                + " CompletionStage<String> name(String id); CompletionStage<Integer> count(); }");

    CaseCompiler.Outcome outcome = compiler.compile(in, List.of(UNLOCKED), new FarcallProcessor());

    assertThat(messages(outcome))
        .containsExactly(
            "[FAR205] Parameter names of acme.Users.name are not in its class file. Compile it with"
                + " -parameters.");
  }

  private Path sources(String name, String text) throws IOException {
    Path in = Files.createDirectories(temporary.resolve("in"));
    write(in.resolve(name), "package acme; " + text);
    return in;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path copy(Path folder, String name) throws IOException {
    Path target = temporary.resolve(name);
    for (Path file : CaseCompiler.files(folder, ".java")) {
      write(target.resolve(folder.relativize(file).toString()), Files.readString(file));
    }
    return target;
  }

  private static List<String> messages(CaseCompiler.Outcome outcome) {
    return outcome.diagnostics().stream().map(each -> each.getMessage(Locale.ROOT)).toList();
  }

  /** The .proto files without their comments: documentation is lost with the source. */
  private static Map<String, String> schemas(CaseCompiler.Outcome outcome) throws IOException {
    Map<String, String> schemas = new TreeMap<>();
    for (Path file : CaseCompiler.files(outcome.classes(), ".proto")) {
      schemas.put(
          outcome.classes().relativize(file).toString(),
          Files.readString(file).replaceAll("(?m)^ *//.*\\n", ""));
    }
    return schemas;
  }

  /** A processor whose files cannot be written. */
  private static Processor withFullDisk(Processor processor) {
    return proxy(
        Processor.class,
        processor,
        (name, arguments) -> {
          if (name.equals("init")) {
            ProcessingEnvironment environment = (ProcessingEnvironment) arguments[0];
            arguments[0] = proxy(ProcessingEnvironment.class, environment, (method, none) -> {});
          }
        });
  }

  private interface Before {
    void call(String method, Object[] arguments) throws IOException;
  }

  private static <T> T proxy(Class<T> type, T target, Before before) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              before.call(method.getName(), arguments);
              Object result = method.invoke(target, arguments);
              return result instanceof Filer filer ? fullDisk(filer) : result;
            }));
  }

  private static Filer fullDisk(Filer filer) {
    return proxy(
        Filer.class,
        filer,
        (method, arguments) -> {
          if (method.startsWith("create")) {
            throw new IOException("disk full");
          }
        });
  }

  /** Makes one source in the first round. */
  private static final class Late extends AbstractProcessor {
    private final String name;
    private final String text;
    private boolean done;

    Late(String name, String text) {
      this.name = name;
      this.text = text;
    }

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
        try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          writer.write(text);
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
      return false;
    }
  }
}
