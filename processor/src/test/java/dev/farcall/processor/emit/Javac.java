package dev.farcall.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Compiles sources in memory, under the lint of this build, and loads the classes. */
final class Javac {

  private Javac() {}

  /** The classes of the sources; fails at the first warning. */
  static ClassLoader compile(Map<String, String> sources) {
    List<JavaFileObject> files =
        sources.entrySet().stream()
            .map(each -> JavaFileObjects.forSourceString(each.getKey(), each.getValue()))
            .toList();
    Compilation compilation =
        Compiler.javac()
            .withOptions("-Xlint:all,-processing,-path", "-Werror", "-proc:none", "--release", "17")
            .compile(files);
    assertThat(compilation.diagnostics()).as(() -> "diagnostics of " + sources.keySet()).isEmpty();
    Map<String, byte[]> classes = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.getName().replaceFirst("^/CLASS_OUTPUT/", "");
        classes.put(path.replaceFirst("\\.class$", "").replace('/', '.'), bytes(file));
      }
    }
    return new ClassLoader(Javac.class.getClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = classes.get(name);
        if (code == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
      }
    };
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
