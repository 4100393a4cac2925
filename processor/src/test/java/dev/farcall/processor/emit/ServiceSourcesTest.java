package dev.farcall.processor.emit;

import static dev.farcall.processor.emit.Models.INT;
import static dev.farcall.processor.emit.Models.STRING;
import static dev.farcall.processor.emit.Models.context;
import static dev.farcall.processor.emit.Models.field;
import static dev.farcall.processor.emit.Models.header;
import static dev.farcall.processor.emit.Models.method;
import static dev.farcall.processor.emit.Models.noResult;
import static dev.farcall.processor.emit.Models.once;
import static dev.farcall.processor.emit.Models.optionalOf;
import static dev.farcall.processor.emit.Models.parameter;
import static dev.farcall.processor.emit.Models.request;
import static dev.farcall.processor.emit.Models.required;
import static dev.farcall.processor.emit.Models.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Clients and dispatchers: their text, that it compiles without a warning, and what it does. */
class ServiceSourcesTest {

  private static final TypeName TEXT = ClassName.get(String.class);
  private static final TypeName UUID_TYPE = ClassName.get(UUID.class);

  private final List<MessageModel> messages = new ArrayList<>();

  @Test
  void theWorkedExampleOfTheContractIsWrittenAsThere() {
    SchemaModel schema = Models.orders();
    ServiceModel service = schema.services().get(0);
    Goldens.assertGolden("acme/orders/OrderServiceClient.java", text(ClientEmitter.emit(service)));
    Goldens.assertGolden(
        "acme/orders/OrderServiceDispatcher.java", text(DispatcherEmitter.emit(schema, service)));
  }

  @Test
  void theWorkedExampleCompiles() throws Exception {
    compile(
        Models.orders(),
        "OrderService",
        """
        public interface OrderService {
          java.util.Optional<Order> get(java.util.UUID id) throws OrderGone;
          Order place(Order order);
          void cancel(java.util.UUID id, String reason);
          Page<Order> list(int limit, java.util.Optional<String> after);
        }
        """,
        "Order",
        "public record Order() {}",
        "Page",
        "public record Page<T>(java.util.List<T> items) {}",
        "OrderGone",
        "public class OrderGone extends Exception { private static final long serialVersionUID = 1; }");
  }

  @Test
  void everyFormOfReplyIsCalledAndAnswered() throws Exception {
    TypeName stage = ParameterizedTypeName.get(ClassName.get(CompletionStage.class), TEXT);
    TypeName future =
        ParameterizedTypeName.get(
            ClassName.get(CompletableFuture.class), ClassName.get(Integer.class));
    Object said =
        run(
            List.of(
                unary("add", TypeName.INT, "a", "b").build(),
                unary("later", stage, "a").replying(Reply.COMPLETION_STAGE).build(),
                unary("soon", future, "a").replying(Reply.COMPLETABLE_FUTURE).build(),
                unary("reset", TypeName.VOID).build(),
                unary("quick", TypeName.INT, "a").nonBlocking().build()),
            """
            public interface Calc {
              int add(int a, int b);
              java.util.concurrent.CompletionStage<String> later(int a);
              java.util.concurrent.CompletableFuture<Integer> soon(int a);
              void reset();
              int quick(int a);
            }
            """,
            """
            final class CalcImpl implements Calc {
              int resets;
              public int add(int a, int b) { return a + b; }
              public java.util.concurrent.CompletionStage<String> later(int a) {
                return java.util.concurrent.CompletableFuture.completedFuture("later " + a);
              }
              public java.util.concurrent.CompletableFuture<Integer> soon(int a) {
                return java.util.concurrent.CompletableFuture.completedFuture(a);
              }
              public void reset() { resets++; }
              public int quick(int a) { return -a; }
            }
            """,
            """
            calc.reset();
            return calc.add(1, 2) + ", " + calc.later(3).toCompletableFuture().join() + ", "
                + calc.soon(4).join() + ", " + calc.quick(5) + ", " + implementation.resets;
            """);
    assertThat(said).isEqualTo("3, later 3, 4, -5, 1");
  }

  @Test
  void headersTravelBesideTheMessageAndTheContextIsTheCalls() throws Exception {
    ClassName colour = Models.java("Colour");
    ClassName tenant = Models.java("Tenant");
    ValueType tenantType = new ValueType.Wrapped(tenant, "value", STRING);
    Object said =
        run(
            List.of(
                unary("ask", TEXT, "a")
                    .taking(
                        header("tenant", tenant, "x-tenant", required(tenantType)),
                        header("id", UUID_TYPE, "x-id", required(Models.ID)),
                        header("count", TypeName.INT, "x-count", once(INT)),
                        header(
                            "colour",
                            optionalOf(colour),
                            "x-colour",
                            Models.optional(
                                new ValueType.Enumeration(colour, colour, "Colour", false))),
                        header(
                            "limit",
                            ClassName.get(OptionalInt.class),
                            "x-limit",
                            new Shape.Optional(INT, Shape.Optional.Form.OPTIONAL_INT)),
                        header(
                            "note",
                            TEXT,
                            "x-note",
                            new Shape.Optional(STRING, Shape.Optional.Form.NULLABLE)),
                        context("context"))
                    .build()),
            """
            public interface Calc {
              String ask(int a, Tenant tenant, java.util.UUID id, int count,
                  java.util.Optional<Colour> colour, java.util.OptionalInt limit,
                  String note, dev.farcall.call.CallContext context);
            }
            """,
            """
            final class CalcImpl implements Calc {
              public String ask(int a, Tenant tenant, java.util.UUID id, int count,
                  java.util.Optional<Colour> colour, java.util.OptionalInt limit,
                  String note, dev.farcall.call.CallContext context) {
                return a + tenant.value() + id + count + colour + limit + note
                    + context.metadata();
              }
            }
            """,
            """
            java.util.UUID id = new java.util.UUID(0, 1);
            return calc.ask(7, new Tenant("t"), id, 3, java.util.Optional.empty(),
                    java.util.OptionalInt.empty(), null, null) + " "
                + calc.ask(7, new Tenant("t"), id, 3,
                    java.util.Optional.of(Colour.RED), java.util.OptionalInt.of(4),
                    "n", dev.farcall.call.CallContext.NONE);
            """,
            "Tenant",
            "record Tenant(String value) {}",
            "Colour",
            "enum Colour { RED; static Colour named(String name) { return valueOf(name); } }");
    assertThat(said)
        .isEqualTo(
            "7t00000000-0000-0000-0000-0000000000013Optional.emptyOptionalInt.emptynull"
                + "Metadata[x-tenant, x-id, x-count] "
                + "7t00000000-0000-0000-0000-0000000000013Optional[RED]OptionalInt[4]n"
                + "Metadata[x-tenant, x-id, x-count, x-colour, x-limit, x-note]");
  }

  @Test
  void noNameOfTheUserMeetsOneOfOurs() throws Exception {
    Object said =
        run(
            List.of(
                unary("get", TypeName.INT, "get").build(),
                unary("get", TypeName.INT, "request", "context").named("GetByCode").build(),
                unary("peer", TypeName.INT, "peer").build(),
                unary("handlers", TypeName.INT, "implementation").build(),
                unary("getURL", TypeName.INT).build(),
                unary("getUrl", TypeName.INT).build(),
                unary("default_", TypeName.INT).named("Default").build(),
                many()),
            """
            public interface Calc {
              record Operation() {}
              int GET = 0;
              int get(int get);
              int get(int request, int context);
              int peer(int peer);
              int handlers(int implementation);
              int getURL();
              int getUrl();
              int default_();
              int many(int... numbers);
              default String own() { return "own"; }
              static String common() { return "common"; }
            }
            """,
            """
            final class CalcImpl implements Calc {
              public int get(int get) { return 1; }
              public int get(int request, int context) { return 2; }
              public int peer(int peer) { return 3; }
              public int handlers(int implementation) { return 4; }
              public int getURL() { return 5; }
              public int getUrl() { return 6; }
              public int default_() { return 7; }
              public int many(int... numbers) { return numbers.length; }
            }
            """,
            """
            return "" + calc.get(0) + calc.get(0, 0) + calc.peer(0) + calc.handlers(0)
                + calc.getURL() + calc.getUrl() + calc.default_() + calc.many(1, 2)
                + calc.own();
            """);
    assertThat(said).isEqualTo("12345672own");
  }

  @Test
  void whatIsDeprecatedStaysSoWithoutAWarning() throws Exception {
    Object said =
        run(
            List.of(unary("old", TypeName.INT, "a").deprecated().build()),
            """
            public interface Calc {
              /** @deprecated for a test */
              @Deprecated(forRemoval = true)
              int old(int a);
            }
            """,
            """
            final class CalcImpl implements Calc {
              @Override @Deprecated @SuppressWarnings("removal")
              public int old(int a) { return a; }
            }
            """,
            """
            return CalcClient.class.getMethod("old", int.class).isAnnotationPresent(Deprecated.class);
            """);
    assertThat(said).isEqualTo(true);
  }

  @Test
  void theClientPrintsTheStackOfEachMethodAndTheDispatcherItsImplementation() throws Exception {
    Object said =
        run(
            List.of(unary("one", TypeName.INT).build(), unary("two", TypeName.INT).build()),
            "public interface Calc { int one(); int two(); }",
            """
            final class CalcImpl implements Calc {
              public int one() { return 1; }
              public int two() { return 2; }
              @Override public String toString() { return "CalcImpl"; }
            }
            """,
            "return calc + \"\\n\" + new CalcDispatcher(implementation);");
    assertThat(said)
        .isEqualTo(
            """
            CalcClient
              via acme.orders.v1.Calc/One
              via acme.orders.v1.Calc/Two
            CalcDispatcher[CalcImpl]""");
  }

  @Test
  void aMethodTellsItsLimits() {
    assertThat(
            Limits.describe(
                unary("a", TypeName.INT)
                    .safe()
                    .policies(
                        "timeout.value",
                        "1500ms",
                        "timeout.attempt",
                        "300ms",
                        "retry.enabled",
                        "true")
                    .detached()
                    .build()))
        .isEqualTo(
            "safe; within 1500 ms, each attempt within 300 ms; retry: 3 attempts, 50 ms to 1 s apart;"
                + " does not inherit the deadline of a surrounding call");
    assertThat(Limits.describe(unary("a", TypeName.INT).policies("timeout.value", "0").build()))
        .isEqualTo("no limit");
    assertThat(Limits.describe(unary("a", TypeName.INT).build()))
        .isEqualTo("within 10 s, the default");
    assertThat(Limits.describe(unary("a", TypeName.INT).replying(Reply.STREAM).build()))
        .isEqualTo("answers by a stream; no limit");
    assertThat(
            Limits.describe(
                unary("a", TypeName.INT)
                    .replying(Reply.PUBLISHER)
                    .policies("timeout.value", "1s", "timeout.stream", "5m")
                    .build()))
        .isEqualTo("answers by a stream; first element within 1 s, a whole stream within 300 s");
  }

  /** A method whose request has the {@code int} parameters of these names. */
  private Models.Method unary(String name, TypeName returns, String... parameters) {
    String rpc = "Calc" + name + messages.size();
    MessageModel request =
        request(
            rpc + "Request",
            java.util.stream.IntStream.range(0, parameters.length)
                .mapToObj(i -> field(parameters[i], parameters[i], i + 1, once(INT)))
                .toArray(dev.farcall.processor.model.FieldModel[]::new));
    MessageModel response =
        returns.equals(TypeName.VOID)
            ? noResult(rpc + "Response")
            : result(rpc + "Response", resultType(returns), once(INT));
    messages.add(request);
    messages.add(response);
    Models.Method method = method(name, returns, request, response);
    for (String parameter : parameters) {
      method.taking(parameter(parameter, TypeName.INT));
    }
    return method;
  }

  private MethodModel many() {
    MessageModel request =
        request("CalcManyRequest", field("numbers", "numbers", 1, Models.list(INT)));
    MessageModel response = result("CalcManyResponse", TypeName.INT.box(), once(INT));
    messages.add(request);
    messages.add(response);
    return method("many", TypeName.INT, request, response)
        .taking(parameter("numbers", ArrayTypeName.of(int.class)))
        .varargs()
        .build();
  }

  private static TypeName resultType(TypeName returns) {
    return returns instanceof ParameterizedTypeName wrapped
        ? wrapped.typeArguments().get(0)
        : returns.box();
  }

  /** Calls a client whose peer hands each request to the dispatcher of the implementation. */
  private Object run(
      List<MethodModel> methods, String anInterface, String implementation, String... calls)
      throws Exception {
    SchemaModel schema =
        Models.schema(
            List.of(Models.service("Calc", methods.toArray(MethodModel[]::new))),
            messages,
            List.of());
    List<String> sources = new ArrayList<>(List.of("Calc", anInterface));
    sources.addAll(List.of("CalcImpl", implementation));
    sources.addAll(List.of("Loop", LOOP));
    sources.addAll(
        List.of(
            "Run",
            """
            public final class Run implements java.util.concurrent.Callable<Object> {
              @Override public Object call() throws Exception {
                CalcImpl implementation = new CalcImpl();
                Calc calc = new CalcClient(new Loop(new CalcDispatcher(implementation)));
                %s
              }
            }
            """
                .formatted(calls[0])));
    sources.addAll(List.of(calls).subList(1, calls.length));
    ClassLoader classes = compile(schema, sources.toArray(String[]::new));
    var constructor = classes.loadClass("acme.orders.Run").getDeclaredConstructor();
    return ((java.util.concurrent.Callable<?>) constructor.newInstance()).call();
  }

  private static final String LOOP =
      """
      import dev.farcall.call.*;
      import java.util.concurrent.CompletableFuture;

      record Loop(Dispatcher dispatcher) implements Peer {
        @Override public <Q, R> Caller<Q, R> bind(Operation<Q, R> operation) {
          Handler<?, ?> found =
              dispatcher.handlers().stream().filter(h -> h.operation() == operation).findFirst().get();
          @SuppressWarnings("unchecked") Handler<Q, R> handler = (Handler<Q, R>) found;
          return new Caller<>() {
            @Override public R call(Q request, Metadata metadata) {
              return start(request, metadata).join();
            }
            @Override public CompletableFuture<R> start(Q request, Metadata metadata) {
              CallContext context =
                  CallContext.of(
                      Request.of(operation, Payload.of(operation.request(), request), metadata,
                          Deadline.NONE, new Cancellation()));
              try {
                if (handler instanceof Handler.Async<Q, R> async) {
                  return async.function().apply(request, context).toCompletableFuture();
                }
                Handler.Function<Q, R> function =
                    handler instanceof Handler.Blocking<Q, R> blocking
                        ? blocking.function()
                        : ((Handler.NonBlocking<Q, R>) handler).function();
                return CompletableFuture.completedFuture(function.apply(request, context));
              } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
              }
            }
            @Override public String toString() { return "via " + operation; }
          };
        }

        @Override public <Q, R> StreamCaller<Q, R> bindStream(Operation<Q, R> operation) {
          throw new UnsupportedOperationException();
        }
      }
      """;

  private static ClassLoader compile(SchemaModel schema, String... namesAndSources) {
    Map<String, String> sources = new LinkedHashMap<>(Stubs.of(schema));
    for (ServiceModel service : schema.services()) {
      sources.put(service.client().canonicalName(), text(ClientEmitter.emit(service)));
      sources.put(
          service.dispatcher().canonicalName(), text(DispatcherEmitter.emit(schema, service)));
    }
    for (int i = 0; i < namesAndSources.length; i += 2) {
      sources.put(
          Models.PACKAGE + '.' + namesAndSources[i],
          "package " + Models.PACKAGE + ";\n" + namesAndSources[i + 1]);
    }
    return Javac.compile(sources);
  }

  private static String text(GeneratedFile file) {
    return ((GeneratedFile.Source) file).file().toString();
  }
}
