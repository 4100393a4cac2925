package dev.farcall.processor.analysis;

import static java.util.Map.entry;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Types that say how a call goes, not what it carries, and that no remote method may use. */
final class Shapes {

  private static final Set<String> STREAMS =
      Set.of(
          "java.util.concurrent.Flow.Publisher",
          "java.util.stream.Stream",
          "java.util.stream.IntStream",
          "java.util.stream.LongStream",
          "java.util.stream.DoubleStream",
          "reactor.core.publisher.Flux",
          "io.smallrye.mutiny.Multi",
          "io.reactivex.rxjava3.core.Flowable",
          "io.reactivex.rxjava3.core.Observable",
          "kotlinx.coroutines.flow.Flow");

  private static final String STAGE = "Return CompletionStage<R>, or R itself.";
  private static final String ONE_RESULT =
      "Return the result: CompletionStage<R> for a callback, List<R> for several values.";

  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          entry("reactor.core.publisher.Mono", STAGE),
          entry("io.smallrye.mutiny.Uni", STAGE),
          entry("io.reactivex.rxjava3.core.Single", STAGE),
          entry("io.reactivex.rxjava3.core.Maybe", STAGE),
          entry("io.reactivex.rxjava3.core.Completable", STAGE),
          entry("com.google.common.util.concurrent.ListenableFuture", STAGE),
          entry("java.util.concurrent.Future", STAGE),
          entry("java.util.concurrent.Callable", STAGE),
          entry("java.util.function.Supplier", STAGE),
          entry("org.reactivestreams.Publisher", STAGE),
          entry("java.util.Iterator", "It cannot be cancelled: use List<R>."),
          entry("java.lang.Iterable", "It cannot be cancelled: use List<R>."),
          entry("io.grpc.stub.StreamObserver", ONE_RESULT),
          entry("java.util.concurrent.Flow.Subscriber", ONE_RESULT),
          entry("java.util.function.Consumer", ONE_RESULT),
          entry("java.util.function.BiConsumer", ONE_RESULT));

  private static final Set<String> STAGES =
      Set.of("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");

  private Shapes() {}

  /** Tells of a parameter or a result that is such a type; false if it is not. */
  static boolean refuse(TypeMirror type, MethodReader.Call call, Use use, Problems problems) {
    String name = nameOf(type);
    if (STREAMS.contains(name)) {
      problems.add(Texts.streaming(use.site(), call.label(), Names.brief(type)));
      return true;
    }
    String cure = STAGES.contains(name) ? "Use the value itself." : REFUSED.get(name);
    if (cure == null) {
      return false;
    }
    problems.add(Texts.badShape(use.site(), call.label(), Names.brief(type), cure));
    return true;
  }

  static boolean isStage(TypeMirror type) {
    return STAGES.contains(nameOf(type));
  }

  static String nameOf(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString()
        : "";
  }
}
