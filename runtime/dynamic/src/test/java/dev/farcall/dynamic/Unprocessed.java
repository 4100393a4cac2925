package dev.farcall.dynamic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Types of a library that was compiled without the processor, which would refuse some of them. */
final class Unprocessed {

  private Unprocessed() {}

  /** The interface of this name, with these members. */
  static Class<?> type(Path folder, String name, String members) throws Exception {
    String source =
        "import dev.farcall.annotation.*;\nimport java.util.*;\npublic interface "
            + name
            + " { "
            + members
            + " }";
    JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler());
    boolean compiled =
        compiler
            .getTask(
                null,
                null,
                null,
                List.of("-proc:none", "-d", folder.toString()),
                null,
                List.of(new Source(name, source)))
            .call();
    if (!compiled) {
      throw new IOException("does not compile: " + source);
    }
    ClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, Unprocessed.class.getClassLoader());
    return loader.loadClass(name);
  }

  /** Decorates something of an interface that does nothing. */
  static <T> T decorate(Class<T> type) {
    Object nothing =
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    return Resilient.decorate(type, type.cast(nothing));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
