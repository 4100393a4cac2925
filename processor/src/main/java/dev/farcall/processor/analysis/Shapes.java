package dev.farcall.processor.analysis;

import static java.util.Map.entry;

import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.StreamForm;
import dev.farcall.processor.model.Texts;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Types that say how a call goes, not what it carries: those that remote methods may use, and those
 * that none may. Types of other libraries are known by their names.
 */
final class Shapes {

  private static final Map<String, Reply> REPLIES =
      Map.ofEntries(
          entry("java.util.concurrent.CompletionStage", Reply.COMPLETION_STAGE),
          entry("java.util.concurrent.CompletableFuture", Reply.COMPLETABLE_FUTURE),
          entry("reactor.core.publisher.Mono", Reply.SINGLE),
          entry("io.smallrye.mutiny.Uni", Reply.SINGLE),
          entry("io.reactivex.rxjava3.core.Single", Reply.SINGLE),
          entry("com.google.common.util.concurrent.ListenableFuture", Reply.SINGLE),
          entry("java.util.concurrent.Flow.Publisher", Reply.PUBLISHER),
          entry("java.util.stream.Stream", Reply.STREAM),
          entry("reactor.core.publisher.Flux", Reply.ADAPTED_STREAM),
          entry("io.smallrye.mutiny.Multi", Reply.ADAPTED_STREAM),
          entry("io.reactivex.rxjava3.core.Flowable", Reply.ADAPTED_STREAM));

  private static final String PUBLISHER =
      "Use java.util.concurrent.Flow.Publisher, or Flux, Multi or Flowable.";

  private static final Map<String, String> OTHER_STREAMS =
      Map.ofEntries(
          entry("org.reactivestreams.Publisher", PUBLISHER),
          entry("java.util.concurrent.Flow.Processor", PUBLISHER),
          entry("java.util.concurrent.SubmissionPublisher", PUBLISHER),
          entry("kotlinx.coroutines.flow.Flow", PUBLISHER),
          entry(
              "io.reactivex.rxjava3.core.Observable",
              "It has no back-pressure: use Flowable, or java.util.concurrent.Flow.Publisher."),
          entry("java.util.stream.IntStream", "Use Stream<Integer>."),
          entry("java.util.stream.LongStream", "Use Stream<Long>."),
          entry("java.util.stream.DoubleStream", "Use Stream<Double>."));

  private static final String STAGE = "Return CompletionStage<R>, or R itself.";
  private static final String NOT_CANCELLED =
      "It cannot be cancelled: use List<R>, or Flow.Publisher<R> or Stream<R> for a stream.";
  private static final String ONE_RESULT =
      "Return the result: CompletionStage<R> for a callback, List<R> or Flow.Publisher<R> for"
          + " several values.";

  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          entry("io.reactivex.rxjava3.core.Maybe", STAGE),
          entry("io.reactivex.rxjava3.core.Completable", STAGE),
          entry("java.util.concurrent.Future", STAGE),
          entry("java.util.concurrent.Callable", STAGE),
          entry("java.util.function.Supplier", STAGE),
          entry("java.util.Iterator", NOT_CANCELLED),
          entry("java.lang.Iterable", NOT_CANCELLED),
          entry("io.grpc.stub.StreamObserver", ONE_RESULT),
          entry("java.util.concurrent.Flow.Subscriber", ONE_RESULT),
          entry("java.util.function.Consumer", ONE_RESULT),
          entry("java.util.function.BiConsumer", ONE_RESULT));

  private Shapes() {}

  /** How a method with this result gives it. */
  static Reply reply(TypeMirror type) {
    return REPLIES.getOrDefault(nameOf(type), Reply.VALUE);
  }

  /** How a type is a stream; nothing if it is none. */
  static Optional<StreamForm> stream(TypeMirror type) {
    return switch (reply(type)) {
      case PUBLISHER -> Optional.of(StreamForm.PUBLISHER);
      case STREAM -> Optional.of(StreamForm.STREAM);
      case ADAPTED_STREAM -> Optional.of(StreamForm.ADAPTED);
      default -> Optional.empty();
    };
  }

  /**
   * Tells of a value that is, or holds, such a type; false if it does not.
   *
   * @param value without what of its method's shape is around it
   * @param whole with that, as it is shown
   */
  static boolean refuse(
      TypeMirror value, TypeMirror whole, MethodReader.Call call, Use use, Problems problems) {
    String name = nameOf(value);
    Optional<TypeMirror> stream = streamIn(value);
    if (OTHER_STREAMS.containsKey(name)) {
      problems.add(
          Texts.badStream(use.site(), call.label(), Names.brief(value), OTHER_STREAMS.get(name)));
      return true;
    }
    if (stream.isPresent()) {
      String cure = "Nothing can be around a stream: use " + Names.brief(stream.get()) + " itself.";
      problems.add(Texts.badStream(use.site(), call.label(), Names.brief(whole), cure));
      return true;
    }
    String cure = reply(value).isPromise() ? "Use the value itself." : REFUSED.get(name);
    if (cure == null) {
      return false;
    }
    problems.add(Texts.badShape(use.site(), call.label(), Names.brief(value), cure));
    return true;
  }

  /** A stream that a type is or holds. */
  private static Optional<TypeMirror> streamIn(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return streamIn(array.getComponentType());
    }
    if (stream(type).isPresent() || OTHER_STREAMS.containsKey(nameOf(type))) {
      return Optional.of(type);
    }
    return type instanceof DeclaredType declared
        ? declared.getTypeArguments().stream()
            .flatMap(argument -> streamIn(argument).stream())
            .findFirst()
        : Optional.empty();
  }

  /** Such a type as it is spoken of: {@code Flow.Publisher}. */
  static String spoken(TypeMirror type) {
    String name = nameOf(type);
    return name.equals("java.util.concurrent.CompletableFuture")
        ? "CompletionStage"
        : Names.withoutPackages(name);
  }

  static String nameOf(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString()
        : "";
  }
}
