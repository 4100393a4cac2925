package dev.farcall.processor.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.processor.FarcallProcessor;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes many contracts at random, step by step. Whatever the update accepts, every version reads
 * what every other wrote, in binary and in JSON, and finds what both know as it was.
 */
class RandomEvolutionTest {

  private static final int CONTRACTS = Integer.getInteger("evolution.contracts", 250);
  private static final long SEED = Long.getLong("evolution.seed", 7);
  private static final int STEPS = 3;
  private static final int VALUES = 2;
  private static final Pattern PACKAGE = Pattern.compile(".*[/\\\\](c\\d+)[/\\\\].*");

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private int refused;
  private int accepted;

  /** A version of all contracts, and the classes of each. */
  private record Version(Map<String, Contract> contracts, Map<String, ClassLoader> classes) {

    Class<?> type(String name, String simple) throws ClassNotFoundException {
      return Objects.requireNonNull(classes.get(name)).loadClass(name + "." + simple);
    }
  }

  @Test
  void whatTheUpdateAcceptsEveryOtherVersionReads() throws Exception {
    List<Version> versions = new ArrayList<>();
    Map<String, Contract> contracts = new TreeMap<>();
    for (int i = 0; i < CONTRACTS; i++) {
      contracts.put("c" + i, Contract.first(random));
    }
    Version version = compile(contracts, new Version(Map.of(), Map.of()), 0);
    versions.add(version);
    for (int step = 1; step <= STEPS; step++) {
      Map<String, Contract> changed = new TreeMap<>();
      contracts.forEach((name, contract) -> changed.put(name, contract.edited(random)));
      Set<String> wrong = refused(changed, step);
      changed.keySet().removeAll(wrong);
      refused += wrong.size();
      accepted += CONTRACTS - wrong.size();
      version = compile(changed, version, step);
      versions.add(version);
      contracts = version.contracts();
    }
    for (Version writer : versions) {
      for (Version reader : versions) {
        for (String name : contracts.keySet()) {
          exchange(name, writer, reader);
        }
      }
    }
    assertThat(refused)
        .as("changes that were refused, with -Devolution.seed=%d", SEED)
        .isGreaterThan(CONTRACTS / 5);
    assertThat(accepted)
        .as("changes that were accepted, with -Devolution.seed=%d", SEED)
        .isGreaterThan(CONTRACTS);
  }

  private void exchange(String name, Version writer, Version reader) throws Exception {
    if (writer.classes().get(name) == reader.classes().get(name)) {
      return;
    }
    Class<?> type = writer.type(name, "Order");
    MessageCodec<Object> from = codec(writer, name);
    MessageCodec<Object> to = codec(reader, name);
    RandomValues values = new RandomValues(random);
    for (int i = 0; i < VALUES; i++) {
      Object value = values.of(type);
      byte[] bytes = ProtobufWriter.encode(from, value);
      byte[] json = JsonWriter.encode(from, value, JsonProfile.PROTO);
      try {
        same(value, ProtobufReader.decode(to, bytes, DecodeLimits.DEFAULT), name, writer, reader);
        same(
            value,
            JsonReader.decode(to, json, JsonProfile.PROTO, DecodeLimits.DEFAULT),
            name,
            writer,
            reader);
      } catch (Exception | AssertionError failed) {
        throw new AssertionError(
            "%s with -Devolution.seed=%d: %s%nto%n%s%n%s"
                .formatted(
                    name,
                    SEED,
                    writer.contracts().get(name).source(name),
                    reader.contracts().get(name).source(name),
                    new String(json, UTF_8)),
            failed);
      }
    }
  }

  /** Compares what both versions know, in the same type, and what has no parts of its own. */
  private static void same(Object written, Object read, String name, Version writer, Version reader)
      throws Exception {
    for (Contract.Field field : writer.contracts().get(name).order()) {
      for (Contract.Field other : reader.contracts().get(name).order()) {
        if (field.id() == other.id() && field.isPlain() && field.core().equals(other.core())) {
          assertThat(plain(other.of(read))).as(field.name()).isEqualTo(plain(field.of(written)));
        }
      }
    }
  }

  /** What is absent and what is the natural default are one on the wire. */
  private static Object plain(Object value) {
    Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    boolean nothing =
        inner == null
            || inner.equals("")
            || inner.equals(0)
            || inner.equals(0L)
            || inner.equals(0.0)
            || inner.equals(false);
    return nothing ? "nothing" : inner;
  }

  @SuppressWarnings("unchecked") // the codec of a type has that type
  private static MessageCodec<Object> codec(Version version, String name)
      throws ReflectiveOperationException {
    return (MessageCodec<Object>) version.type(name, "OrderCodec").getField("INSTANCE").get(null);
  }

  private Set<String> refused(Map<String, Contract> contracts, int step) throws IOException {
    Set<String> refused = new TreeSet<>();
    for (Diagnostic<? extends JavaFileObject> each :
        javac(contracts, folder.resolve("trial" + step), "-proc:only")) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        Matcher matcher = PACKAGE.matcher(each.getSource().getName());
        assertThat(matcher.matches()).as("%s", each).isTrue();
        assertThat(each.getMessage(Locale.ROOT)).startsWith("[FAR3");
        refused.add(matcher.group(1));
      }
    }
    assertThat(refused).as("a step in which nothing is refused would write locks").isNotEmpty();
    return refused;
  }

  /** What has changed; the rest is as it was, and is not compiled again. */
  private Version compile(Map<String, Contract> changed, Version before, int step)
      throws IOException {
    Path output = folder.resolve("version" + step);
    assertThat(javac(changed, output, "-implicit:none"))
        .as("step %d with -Devolution.seed=%d", step, SEED)
        .noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
    URL url = output.resolve("classes").toUri().toURL();
    ClassLoader loader =
        new URLClassLoader(new URL[] {url}, RandomEvolutionTest.class.getClassLoader());
    Map<String, Contract> contracts = new TreeMap<>(before.contracts());
    Map<String, ClassLoader> classes = new TreeMap<>(before.classes());
    changed.forEach(
        (name, contract) -> {
          contracts.put(name, contract);
          classes.put(name, loader);
        });
    return new Version(contracts, classes);
  }

  private List<Diagnostic<? extends JavaFileObject>> javac(
      Map<String, Contract> contracts, Path output, String option) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Map.Entry<String, Contract> each : contracts.entrySet()) {
      Path source = output.resolve("in").resolve(each.getKey()).resolve("Order.java");
      Files.createDirectories(source.getParent());
      sources.add(Files.writeString(source, each.getValue().source(each.getKey())));
    }
    Path classes = Files.createDirectories(output.resolve("classes"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(said, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              said,
              List.of(
                  "-parameters",
                  "-g:none",
                  "-Xmaxerrs",
                  "100000",
                  option,
                  "-Afarcall.warnings=off",
                  "-Afarcall.schema=" + folder.resolve("locks"),
                  "-Afarcall.schema.mode=update",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  "-d",
                  classes.toString()),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new FarcallProcessor()));
      task.call();
    }
    return said.getDiagnostics();
  }
}
