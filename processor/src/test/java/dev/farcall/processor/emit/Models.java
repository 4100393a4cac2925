package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.farcall.policy.Settings;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.ErrorModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.History;
import dev.farcall.processor.model.ImportModel;
import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MessageRef;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.ContextRole;
import dev.farcall.processor.model.ParameterModel.HeaderRole;
import dev.farcall.processor.model.ParameterModel.PayloadRole;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Models by hand, short: package {@code acme.orders}, proto package {@code acme.orders.v1}. */
final class Models {

  static final String PACKAGE = "acme.orders";
  static final String PROTO = "acme.orders.v1";

  static final ValueType STRING = scalar(String.class, JavaScalar.STRING, ProtoScalar.STRING);
  static final ValueType INT = scalar(int.class, JavaScalar.INT, ProtoScalar.INT32);
  static final ValueType LONG = scalar(long.class, JavaScalar.LONG, ProtoScalar.INT64);
  static final ValueType ID = scalar(UUID.class, JavaScalar.UUID, ProtoScalar.STRING);
  static final ValueType DECIMAL =
      scalar(BigDecimal.class, JavaScalar.BIG_DECIMAL, ProtoScalar.STRING);

  private Models() {}

  static ClassName java(String name) {
    String[] parts = name.split("\\.", -1);
    return ClassName.get(PACKAGE, parts[0], Arrays.copyOfRange(parts, 1, parts.length));
  }

  static ClassName codec(String name) {
    return ClassName.get(PACKAGE, name.replace('.', '_') + "Codec");
  }

  static ValueType scalar(Class<?> type, JavaScalar java, ProtoScalar proto) {
    return new ValueType.Scalar(TypeName.get(type), java, proto);
  }

  static ValueType.Message message(String name) {
    return new ValueType.Message(java(name), codec(name), PROTO + '.' + name);
  }

  static ValueType enumeration(String name) {
    return new ValueType.Enumeration(java(name), codec(name), PROTO + '.' + name, false);
  }

  static Shape once(ValueType type) {
    return new Shape.Singular(type, false);
  }

  static Shape required(ValueType type) {
    return new Shape.Singular(type, true);
  }

  static Shape optional(ValueType type) {
    return new Shape.Optional(type, Shape.Optional.Form.OPTIONAL);
  }

  static Shape list(ValueType type) {
    return new Shape.Repeated(type, Shape.Repeated.Form.LIST);
  }

  static TypeName optionalOf(TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(Optional.class), type.box());
  }

  static FieldModel field(String java, String proto, int number, Shape shape) {
    return field(java, proto, Names.defaultJsonName(proto), number, shape, "", false);
  }

  static FieldModel field(
      String java,
      String proto,
      String json,
      int number,
      Shape shape,
      String doc,
      boolean deprecated,
      String... formerNames) {
    return new FieldModel(
        java,
        proto,
        json,
        number,
        Optional.empty(),
        ClassName.get(Object.class),
        shape,
        List.of(formerNames),
        doc,
        deprecated,
        Site.NONE);
  }

  static MessageModel record(String name, FieldModel... fields) {
    return messageModel(java(name), name, new Body.Record(List.of(fields)), "");
  }

  static MessageModel request(String name, FieldModel... fields) {
    return messageModel(java(name), name, new Body.Request(List.of(fields)), "");
  }

  static MessageModel result(String name, TypeName javaType, Shape shape) {
    return messageModel(
        javaType, name, new Body.Result(Optional.of(field("result", "result", 1, shape))), "");
  }

  static MessageModel noResult(String name) {
    return messageModel(ClassName.get(Void.class), name, new Body.Result(Optional.empty()), "");
  }

  static MessageModel messageModel(TypeName javaType, String name, Body body, String doc) {
    int dot = name.lastIndexOf('.');
    return new MessageModel(
        javaType,
        codec(name),
        name.substring(dot + 1),
        PROTO + '.' + name,
        dot < 0 ? Optional.empty() : Optional.of(PROTO + '.' + name.substring(0, dot)),
        name,
        body,
        true,
        doc,
        false,
        History.NONE,
        Site.NONE);
  }

  static CaseModel oneofCase(String proto, int number, String type) {
    return new CaseModel(proto, number, Optional.empty(), List.of(), message(type), Site.NONE);
  }

  static EnumModel.Constant constant(String java, String proto, int number, String... aliases) {
    return new EnumModel.Constant(
        java, proto, number, Optional.empty(), List.of(aliases), "", false, Site.NONE);
  }

  static EnumModel enumModel(String name, EnumModel.Constant... constants) {
    int dot = name.lastIndexOf('.');
    return new EnumModel(
        java(name),
        codec(name),
        name.substring(dot + 1),
        PROTO + '.' + name,
        dot < 0 ? Optional.empty() : Optional.of(PROTO + '.' + name.substring(0, dot)),
        name,
        List.of(constants),
        Arrays.stream(constants).filter(constant -> constant.number() == 0).findFirst(),
        Optional.empty(),
        "",
        false,
        History.NONE,
        Site.NONE);
  }

  static ParameterModel parameter(String name, TypeName type) {
    return new ParameterModel(name, type, new PayloadRole(), "");
  }

  static ParameterModel header(String name, TypeName type, String header, Shape shape) {
    return new ParameterModel(name, type, new HeaderRole(header, shape), "");
  }

  static ParameterModel context(String name) {
    return new ParameterModel(
        name, ClassName.get("dev.farcall.call", "CallContext"), new ContextRole(), "");
  }

  static MessageRef ref(MessageModel message) {
    return new MessageRef(message.javaType(), message.codec(), message.fullName());
  }

  static ErrorModel error(String name, String code, String reason) {
    return new ErrorModel(
        java(name), code, reason, new MessageRef(java(name), codec(name), PROTO + '.' + name));
  }

  /** A method, changed by what follows. */
  static Method method(
      String javaName, TypeName returnType, MessageModel request, MessageModel response) {
    return new Method(javaName, returnType, request, response);
  }

  static ServiceModel service(String name, MethodModel... methods) {
    return new ServiceModel(
        java(name),
        ClassName.get(PACKAGE, name + "Client"),
        ClassName.get(PACKAGE, name + "Dispatcher"),
        name,
        PROTO + '.' + name,
        List.of("Operation"),
        List.of(methods),
        "",
        false,
        Site.NONE);
  }

  static SchemaModel schema(
      List<ServiceModel> services, List<MessageModel> messages, List<EnumModel> enums) {
    return new SchemaModel(
        PROTO,
        "acme/orders/v1/orders.proto",
        java("OrdersSchema"),
        services,
        messages,
        enums,
        List.of(),
        false);
  }

  static SchemaModel importing(SchemaModel schema, String... paths) {
    return new SchemaModel(
        schema.protoPackage(),
        schema.path(),
        schema.schemaClass(),
        schema.services(),
        schema.messages(),
        schema.enums(),
        Arrays.stream(paths).map(path -> new ImportModel(path, CodeBlock.of("null"))).toList(),
        false);
  }

  /** Collects the parts of a {@link MethodModel}. */
  static final class Method {
    private final String javaName;
    private final TypeName returnType;
    private final MessageModel request;
    private final MessageModel response;
    private final List<ParameterModel> parameters = new ArrayList<>();
    private final List<TypeName> exceptions = new ArrayList<>();
    private final List<ErrorModel> errors = new ArrayList<>();
    private String rpcName;
    private Reply reply = Reply.VALUE;
    private boolean direct;
    private boolean varargs;
    private boolean safe;
    private boolean idempotent;
    private boolean nonBlocking;
    private boolean deprecated;
    private boolean detached;
    private Settings policies = Settings.NONE;

    private Method(
        String javaName, TypeName returnType, MessageModel request, MessageModel response) {
      this.javaName = javaName;
      this.returnType = returnType;
      this.request = request;
      this.response = response;
      this.rpcName = Character.toUpperCase(javaName.charAt(0)) + javaName.substring(1);
    }

    Method taking(ParameterModel... more) {
      parameters.addAll(List.of(more));
      return this;
    }

    Method throwing(ErrorModel error) {
      errors.add(error);
      exceptions.add(error.javaType());
      return this;
    }

    Method named(String name) {
      rpcName = name;
      return this;
    }

    Method replying(Reply how) {
      reply = how;
      return this;
    }

    /** The one payload parameter is the request. */
    Method direct() {
      direct = true;
      return this;
    }

    Method varargs() {
      varargs = true;
      return this;
    }

    Method safe() {
      safe = true;
      return this;
    }

    Method idempotent() {
      idempotent = true;
      return this;
    }

    Method nonBlocking() {
      nonBlocking = true;
      return this;
    }

    Method deprecated() {
      deprecated = true;
      return this;
    }

    Method detached() {
      detached = true;
      return this;
    }

    Method policies(String... attributesAndValues) {
      policies = Settings.annotated(attributesAndValues);
      return this;
    }

    MethodModel build() {
      return new MethodModel(
          javaName,
          rpcName,
          parameters,
          varargs,
          returnType,
          reply,
          ref(request),
          direct,
          ref(response),
          exceptions,
          errors,
          safe,
          idempotent,
          nonBlocking,
          policies,
          Optional.empty(),
          Optional.empty(),
          detached,
          List.of(),
          "",
          deprecated,
          Site.NONE);
    }
  }

  /** The worked example of the wire contract, without its stream. */
  static SchemaModel orders() {
    ClassName order = java("Order");
    MessageModel getRequest = request("OrderServiceGetRequest", field("id", "id", 1, required(ID)));
    MessageModel getResponse =
        result("OrderServiceGetResponse", optionalOf(order), optional(message("Order")));
    MessageModel cancelRequest =
        request(
            "OrderServiceCancelRequest",
            field("id", "id", 1, required(ID)),
            field("reason", "reason", 2, once(STRING)));
    MessageModel cancelResponse = noResult("OrderServiceCancelResponse");
    MessageModel listRequest =
        request(
            "OrderServiceListRequest",
            field("limit", "limit", 1, once(INT)),
            field("after", "after", 2, optional(STRING)));
    TypeName page = ParameterizedTypeName.get(java("Page"), order);
    MessageModel pageOfOrder =
        messageModel(
            page,
            "PageOfOrder",
            new Body.Record(List.of(field("items", "items", 1, list(message("Order"))))),
            "");
    MessageModel orderMessage =
        record(
            "Order",
            field("id", "id", 1, required(ID)),
            field("lines", "lines", 2, list(message("Order.Line"))),
            field("status", "status", 3, required(enumeration("OrderStatus"))),
            field("payment", "payment", 5, required(message("Payment"))),
            field(
                "placedAt",
                "placed_at",
                6,
                required(new ValueType.Timestamp(ClassName.get(Instant.class)))),
            field("note", "note", 7, optional(STRING)),
            field(
                "totals",
                "totals",
                8,
                new Shape.Mapping(STRING, DECIMAL, false, ClassName.get(Map.class))));
    MessageModel line =
        record(
            "Order.Line", field("sku", "sku", 1, once(STRING)), field("qty", "qty", 2, once(INT)));
    MessageModel payment =
        messageModel(
            java("Payment"),
            "Payment",
            new Body.Oneof(
                List.of(oneofCase("card", 1, "Card"), oneofCase("cash", 2, "Cash")),
                Optional.empty()),
            "");
    MessageModel gone =
        messageModel(
            java("OrderGone"),
            "OrderGone",
            new Body.Error(List.of(field("id", "id", 1, required(ID)))),
            "");
    ServiceModel service =
        service(
            "OrderService",
            method("get", optionalOf(order), getRequest, getResponse)
                .taking(parameter("id", ClassName.get(UUID.class)))
                .throwing(error("OrderGone", "NOT_FOUND", "ORDER_GONE"))
                .safe()
                .policies("timeout.value", "300ms")
                .build(),
            method("place", order, orderMessage, orderMessage)
                .taking(parameter("order", order))
                .direct()
                .build(),
            method("cancel", TypeName.VOID, cancelRequest, cancelResponse)
                .taking(
                    parameter("id", ClassName.get(UUID.class)),
                    parameter("reason", ClassName.get(String.class)))
                .idempotent()
                .build(),
            method("list", page, listRequest, pageOfOrder)
                .taking(
                    parameter("limit", TypeName.INT),
                    parameter("after", optionalOf(ClassName.get(String.class))))
                .build());
    return importing(
        schema(
            List.of(service),
            List.of(
                getRequest,
                getResponse,
                cancelRequest,
                cancelResponse,
                listRequest,
                pageOfOrder,
                orderMessage,
                line,
                payment,
                record("Card", field("number", "number", 1, once(STRING))),
                record("Cash"),
                gone),
            List.of(
                enumModel(
                    "OrderStatus",
                    constant("OPEN", "ORDER_STATUS_OPEN", 1),
                    constant("CLOSED", "ORDER_STATUS_CLOSED", 2),
                    constant("OTHER", "ORDER_STATUS_OTHER", 3)))),
        "google/protobuf/timestamp.proto");
  }
}
