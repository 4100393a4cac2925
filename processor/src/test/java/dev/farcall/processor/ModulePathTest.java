package dev.farcall.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Remote;
import dev.farcall.call.Operation;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated code in a named module that requires core and nothing else. */
class ModulePathTest {

  @Test
  void aModuleThatRequiresCoreCompilesWithoutAWarning(@TempDir Path folder) throws Exception {
    Path module =
        write(
            folder,
            "module-info.java",
            "module acme { requires transitive dev.farcall.core; exports acme; }");
    Path users =
        write(
            folder,
            "acme/Users.java",
            """
            package acme;

            import dev.farcall.annotation.Code;
            import dev.farcall.annotation.Remote;
            import dev.farcall.annotation.RemoteError;

            @Remote
            public interface Users {
              record User(String name) {}

              @RemoteError(code = Code.NOT_FOUND)
              final class Unknown extends Exception {
                private static final long serialVersionUID = 1;

                public Unknown() {}
              }

              User find(String name) throws Unknown;
            }
            """);
    List<String> options =
        List.of(
            "--release",
            "17",
            "-parameters",
            "-Xlint:all,-processing",
            "--module-path",
            location(Operation.class) + File.pathSeparator + location(Remote.class),
            "-d",
            Files.createDirectory(folder.resolve("out")).toString());
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              output, files, null, options, null, files.getJavaFileObjects(module, users));
      task.setProcessors(List.of(new FarcallProcessor()));

      assertThat(task.call()).as(output::toString).isTrue();
    }
    assertThat(output.toString()).doesNotContain("warning: [");
    assertThat(folder.resolve("out/acme/UsersClient.class")).exists();
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve("src").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Path location(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
