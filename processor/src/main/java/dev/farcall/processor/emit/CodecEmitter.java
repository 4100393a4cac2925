package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The codec of a message; for the parameters of a method also the record that holds them. */
final class CodecEmitter {

  /** HotSpot leaves methods of more than 8,000 bytes of code interpreted. */
  private static final int FIELDS_IN_A_METHOD = 40;

  private CodecEmitter() {}

  static List<GeneratedFile> emit(MessageModel model, SchemaModel schema) {
    GeneratedFile codec = Sources.file(model.codec(), codec(model, schema), model.site());
    return model.body() instanceof Body.Request
        ? List.of(Sources.file(type(model), request(model), model.site()), codec)
        : List.of(codec);
  }

  private static TypeSpec codec(MessageModel model, SchemaModel schema) {
    ForeignHelpers foreign = new ForeignHelpers();
    TypeSpec.Builder codec =
        Sources.codecClass(model.codec(), model.fullName(), schema)
            .addJavadoc("Writes and reads {@code $L}.", model.fullName())
            .superclass(ParameterizedTypeName.get(Wire.MESSAGE_CODEC, model.javaType()))
            .addField(instance(model))
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addStatement("super($S)", model.fullName())
                    .build());
    if (model.publicCodec()) {
      codec.addModifiers(Modifier.PUBLIC);
    }
    new WriteEmitter(model, new Encoding(foreign)).emit().forEach(codec::addMethod);
    if (model.body() instanceof Body.Foreign) {
      codec.addMethod(readForeign(model, foreign));
    } else {
      new ReadEmitter(model, foreign).emit(codec);
    }
    json(codec, model, foreign, schema.jsonFormat());
    FieldNamesEmitter.emit(model).ifPresent(codec::addMethod);
    foreign.methods().forEach(codec::addMethod);
    return codec.build();
  }

  private static void json(
      TypeSpec.Builder codec, MessageModel model, ForeignHelpers helpers, boolean jsonFormat) {
    ForeignJson foreign = new ForeignJson(helpers, jsonFormat);
    JsonNaming naming = new JsonNaming(model);
    JsonEncoding encoding = new JsonEncoding(new Encoding(helpers), foreign);
    JsonDecoding decoding = new JsonDecoding(new Decoding(helpers), foreign);
    new JsonWriteEmitter(model, encoding, naming, foreign).emit().forEach(codec::addMethod);
    new JsonReadEmitter(model, decoding, naming, foreign).emit(codec);
    if (!(model.body() instanceof Body.Foreign)) {
      codec.addType(naming.type());
    }
    foreign.methods().forEach(codec::addMethod);
  }

  private static FieldSpec instance(MessageModel model) {
    FieldSpec.Builder instance =
        FieldSpec.builder(model.codec(), "INSTANCE", Modifier.STATIC, Modifier.FINAL)
            .initializer("new $T()", model.codec());
    if (model.publicCodec()) {
      instance.addModifiers(Modifier.PUBLIC);
    }
    return instance.build();
  }

  private static MethodSpec readForeign(MessageModel model, ForeignHelpers foreign) {
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(model.javaType())
        .addParameter(Wire.READER, "in")
        .addStatement("return $L", foreign.parse(type(model), CodeBlock.of("in.remaining()")))
        .build();
  }

  private static TypeSpec request(MessageModel model) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (FieldModel field : model.body().fields()) {
      components.addParameter(ParameterSpec.builder(field.javaType(), field.javaName()).build());
    }
    return Sources.record(type(model))
        .addJavadoc("The parameters of a call.")
        .recordConstructor(components.build())
        .build();
  }

  /** The class of what a codec reads and writes. */
  static ClassName type(MessageModel model) {
    TypeName type = model.javaType();
    return (ClassName) (type instanceof ParameterizedTypeName generic ? generic.rawType() : type);
  }

  /** In parts small enough for one method each. */
  static <T> List<List<T>> parts(List<T> fields) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < fields.size(); from += FIELDS_IN_A_METHOD) {
      parts.add(fields.subList(from, Math.min(from + FIELDS_IN_A_METHOD, fields.size())));
    }
    return parts.isEmpty() ? List.of(List.of()) : parts;
  }

  /** All cases of a oneof, the one for the unknown among them. */
  static List<CaseModel> cases(Body.Oneof oneof) {
    List<CaseModel> cases = new ArrayList<>(oneof.cases());
    oneof.unknown().filter(each -> !cases.contains(each)).ifPresent(cases::add);
    return cases;
  }

  static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
