package dev.farcall.server;

import dev.farcall.call.Dispatcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The OpenAPI documents that the processor wrote beside dispatchers. */
public final class OpenApi {

  private OpenApi() {}

  /**
   * The text of each that there is, in the order of the dispatchers.
   *
   * @throws UncheckedIOException if one cannot be read
   */
  public static List<String> documents(List<Dispatcher> dispatchers) {
    List<String> documents = new ArrayList<>();
    for (Dispatcher dispatcher : dispatchers) {
      Optional<InputStream> document = dispatcher.openApi();
      if (document.isPresent()) {
        try (InputStream in = document.get()) {
          documents.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
          throw new UncheckedIOException("the document of " + dispatcher.service(), failed);
        }
      }
    }
    return List.copyOf(documents);
  }
}
