package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.History;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * The body of a route and the codec that writes and reads it. What is no message, and what is only
 * a part of the request, gets a codec of its own.
 *
 * @param codec of the body; of the message whose one member it is, if it is bare
 * @param type what the codec reads and writes
 * @param bare whether it is no message
 */
record RouteBody(
    RouteModel.Body model,
    CodeBlock codec,
    TypeName type,
    boolean bare,
    List<GeneratedFile> files) {

  static RouteBody of(SchemaModel schema, ServiceModel service, MethodModel method, int index) {
    RouteModel.Body body = method.routes().get(index).body();
    if (body instanceof RouteModel.Body.Field field) {
      return ofField(field, RouteNames.body(service, method, index), schema, service, method);
    }
    if (body instanceof RouteModel.Body.Members members) {
      ClassName record = RouteNames.body(service, method, index);
      MessageModel part =
          message(record, record, new Body.Request(members.fields()), service, method);
      return new RouteBody(
          body, instance(part.codec()), record, false, CodecEmitter.emit(part, schema));
    }
    return new RouteBody(
        body,
        instance(method.request().codec()),
        method.request().javaType().box(),
        false,
        List.of());
  }

  private static RouteBody ofField(
      RouteModel.Body.Field body,
      ClassName name,
      SchemaModel schema,
      ServiceModel service,
      MethodModel method) {
    FieldModel field = body.field();
    if (field.shape() instanceof Shape.Singular singular
        && singular.type() instanceof ValueType.Message message) {
      return new RouteBody(body, instance(message.codec()), message.javaType(), false, List.of());
    }
    MessageModel around =
        message(field.javaType().box(), name, new Body.Result(Optional.of(field)), service, method);
    return new RouteBody(
        body,
        instance(around.codec()),
        field.javaType().box(),
        true,
        CodecEmitter.emit(around, schema));
  }

  private static MessageModel message(
      TypeName type, ClassName name, Body body, ServiceModel service, MethodModel method) {
    String label = String.join(".", service.javaType().simpleNames()) + "." + method.javaName();
    return new MessageModel(
        type,
        name.peerClass(name.simpleName() + "Codec"),
        name.simpleName(),
        service.fullName() + "." + method.rpcName() + "Body",
        Optional.empty(),
        label,
        body,
        false,
        "",
        false,
        History.NONE,
        method.site());
  }

  private static CodeBlock instance(ClassName codec) {
    return CodeBlock.of("$T.INSTANCE", codec);
  }
}
