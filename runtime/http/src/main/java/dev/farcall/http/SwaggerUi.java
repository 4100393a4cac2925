package dev.farcall.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Swagger UI (Apache-2.0), from its WebJar on the class path.
 *
 * @see <a href="https://www.webjars.org">WebJars</a>
 */
final class SwaggerUi {

  private static final String PROPERTIES = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private SwaggerUi() {}

  /**
   * The version that is there.
   *
   * @throws IllegalStateException if there is none
   */
  static String version() {
    Properties properties = new Properties();
    try (InputStream in = open(PROPERTIES)) {
      properties.load(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return properties.getProperty("version");
  }

  /** One of its files. */
  static byte[] file(String version, String name) {
    try (InputStream in = open("META-INF/resources/webjars/swagger-ui/" + version + "/" + name)) {
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static InputStream open(String path) {
    InputStream in = SwaggerUi.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException(
          path
              + " is not on the class path (expected for docs(true): the dependency"
              + " org.webjars:swagger-ui of farcall-http)");
    }
    return in;
  }
}
