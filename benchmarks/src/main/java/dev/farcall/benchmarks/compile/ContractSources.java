package dev.farcall.benchmarks.compile;

import dev.farcall.benchmarks.compile.Contract.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the Java of a contract, as a user would. */
final class ContractSources {

  private final Contract contract;
  private final boolean changed;

  /**
   * Sources of a contract.
   *
   * @param changed whether the first record of the first package has one more component, and its
   *     first interface one more method
   */
  ContractSources(Contract contract, boolean changed) {
    this.contract = contract;
    this.changed = changed;
  }

  /** Writes all files below the directory. */
  void write(Path directory) throws IOException {
    for (int index = 0; index < contract.packages(); index++) {
      String name = String.format(Locale.ROOT, "p%03d", index);
      Path here = Files.createDirectories(directory.resolve("load").resolve(name));
      Files.writeString(here.resolve("package-info.java"), packageInfo(name));
      for (int i = 0; i < contract.recordsOfEach(); i++) {
        boolean more = changed && index == 0 && i == 0;
        Files.writeString(here.resolve(recordName(i) + ".java"), record(name, i, more));
      }
      for (int i = 0; i < contract.interfacesOf(index); i++) {
        boolean more = changed && index == 0 && i == 0;
        Files.writeString(here.resolve("Service" + i + ".java"), service(name, i, more));
      }
    }
  }

  private static String packageInfo(String name) {
    return """
        @Schema("load.%1$s.v1")
        package load.%1$s;

        import dev.farcall.annotation.Schema;
        """
        .formatted(name);
  }

  /** Nine components of the usual kinds, one of them of the record before it. */
  private static String record(String packageName, int index, boolean more) {
    return """
        package load.%s;

        import java.time.Instant;
        import java.util.List;
        import java.util.Optional;

        /** What is known of a thing. */
        public record %s(
            String id,
            String name,
            int count,
            long total,
            boolean active,
            Optional<String> note,
            List<String> tags,
            Instant changedAt,
            Optional<%s> origin%s) {}
        """
        .formatted(
            packageName,
            recordName(index),
            recordName(Math.max(0, index - 1)),
            more ? ",\n    String added" : "");
  }

  private String service(String packageName, int index, boolean more) {
    StringBuilder text =
        new StringBuilder(
            """
            package load.%s;

            import dev.farcall.annotation.Remote;
            import java.util.List;

            /** Keeps things. */
            @Remote
            public interface Service%d {
            """
                .formatted(packageName, index));
    int methods = contract.methods() + (more ? 1 : 0);
    for (int i = 0; i < methods; i++) {
      text.append("\n  /** One thing it does. */\n  ").append(method(index, i)).append('\n');
    }
    return text.append("}\n").toString();
  }

  private String method(int service, int index) {
    String taken = recordName((service + index) % contract.recordsOfEach());
    String answered = recordName((service + index * 3 + 1) % contract.recordsOfEach());
    int kind = contract.parameters() == Parameters.RECORDS ? 0 : index % 4;
    return switch (kind) {
      case 1 -> "%s method%d(String id);".formatted(answered, index);
      case 2 -> "List<%s> method%d(%s like, int limit);".formatted(answered, index, taken);
      case 3 -> "void method%d(%s thing);".formatted(index, taken);
      default -> "%s method%d(%s thing);".formatted(answered, index, taken);
    };
  }

  private static String recordName(int index) {
    return "Thing" + index;
  }
}
