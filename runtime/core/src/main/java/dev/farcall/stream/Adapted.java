package dev.farcall.stream;

import dev.farcall.call.CallContext;
import dev.farcall.spi.SingleType;
import dev.farcall.spi.StreamType;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What generated code makes of types of somebody else's library: constants that are found once.
 *
 * <pre>{@code
 * private static final Adapted.Stream FLUX = Adapted.stream("reactor.core.publisher.Flux");
 * }</pre>
 */
public final class Adapted {

  /** The module that brings a type, where there is one of ours. */
  private static final Map<String, String> MODULES = Map.of("reactor.core.publisher", "reactor");

  private Adapted() {}

  /**
   * The stream of this name.
   *
   * @throws IllegalStateException if nobody on the class path knows it, naming the dependency
   */
  public static Stream stream(String name) {
    return new Stream(find(StreamType.class, StreamType::name, name));
  }

  /**
   * The single of this name.
   *
   * @throws IllegalStateException if nobody on the class path knows it, naming the dependency
   */
  public static Single single(String name) {
    return new Single(find(SingleType.class, SingleType::name, name));
  }

  private static <P> P find(Class<P> provider, Function<P, String> nameOf, String name) {
    // As this thread sees them, else as this library does.
    for (ClassLoader loader : loaders(provider)) {
      for (P found : ServiceLoader.load(provider, loader)) {
        if (nameOf.apply(found).equals(name)) {
          return found;
        }
      }
    }
    String module = MODULES.get(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    throw new IllegalStateException(
        "nobody on the class path adapts "
            + name
            + " (expected: a "
            + provider.getName()
            + " in META-INF/services). "
            + (module == null
                ? "Write one, or declare the method with java.util.concurrent.Flow.Publisher or"
                    + " CompletionStage."
                : "Add the dependency dev.farcall:farcall-"
                    + module
                    + ", in the version of farcall-core."));
  }

  private static List<ClassLoader> loaders(Class<?> provider) {
    ClassLoader own = provider.getClassLoader();
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null || ofThread == own ? List.of(own) : List.of(ofThread, own);
  }

  /** A stream of somebody else's library. */
  public static final class Stream {
    private final StreamType type;

    private Stream(StreamType type) {
      this.type = type;
    }

    /** The type around a publisher. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // generated code knows it
    public <T> T from(Flow.Publisher<?> publisher) {
      return (T) type.from(publisher);
    }

    /** A publisher of what the stream emits. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // generated code knows it
    public <E> Flow.Publisher<E> publisher(Object stream) {
      return (Flow.Publisher<E>) type.toPublisher(stream);
    }
  }

  /** A single of somebody else's library. */
  public static final class Single {
    private final SingleType type;

    private Single(SingleType type) {
      this.type = type;
    }

    /** The type around a call, which is made in the context of here whenever it is made. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // generated code knows it
    public <T> T from(Supplier<? extends CompletionStage<?>> call) {
      CallContext context = CallContext.current();
      Supplier<CompletionStage<?>> within = () -> context.supply(call::get);
      return (T) type.from(within);
    }

    /** The value to come. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // generated code knows it
    public <E> CompletionStage<E> stage(Object single) {
      return (CompletionStage<E>) type.toStage(single);
    }
  }
}
