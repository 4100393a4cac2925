package acme;

import dev.farcall.spi.SingleType;
import dev.farcall.spi.StreamType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a module for Reactor brings. */
public final class Reactor {
  private Reactor() {}

  /** {@code Flux}. */
  public static final class FluxType implements StreamType {
    @Override
    public String name() {
      return "reactor.core.publisher.Flux";
    }

    @Override
    public Object from(Flow.Publisher<?> publisher) {
      return new Flux<>(publisher);
    }

    @Override
    public Flow.Publisher<?> toPublisher(Object stream) {
      return ((Flux<?>) stream).publisher();
    }
  }

  /** {@code Mono}. */
  public static final class MonoType implements SingleType {
    @Override
    public String name() {
      return "reactor.core.publisher.Mono";
    }

    @Override
    public Object from(Supplier<? extends CompletionStage<?>> call) {
      return mono(call.get());
    }

    private static <T> Mono<T> mono(CompletionStage<T> stage) {
      return new Mono<>(() -> stage);
    }

    @Override
    public CompletionStage<?> toStage(Object single) {
      return ((Mono<?>) single).call().get();
    }
  }

  /** Has it found. */
  static void provide() {
    try {
      Path folder = Files.createTempDirectory("services");
      Path services = Files.createDirectories(folder.resolve("META-INF/services"));
      Files.writeString(services.resolve(StreamType.class.getName()), FluxType.class.getName());
      Files.writeString(services.resolve(SingleType.class.getName()), MonoType.class.getName());
      Thread.currentThread().setContextClassLoader(loader(folder));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ClassLoader loader(Path folder) throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, Reactor.class.getClassLoader());
  }
}
