package dev.farcall.processor.emit;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.GuardedModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.TwinModel;
import java.util.ArrayList;
import java.util.List;

/** All files of a schema. */
public final class Emitter {

  private Emitter() {}

  /** The decorator of an interface of this process. */
  public static GeneratedFile emit(GuardedModel model) {
    return DecoratorEmitter.emit(model);
  }

  /** The client and the dispatcher of a twin. */
  public static List<GeneratedFile> emit(TwinModel model) {
    return List.of(
        ClientEmitter.emit(model.twin(), model.service()),
        DispatcherEmitter.emit(model.schema(), model.twin(), model.service()));
  }

  /** The {@code .proto} file of a schema. */
  public static String proto(SchemaModel schema) {
    return ProtoFileEmitter.text(schema);
  }

  /**
   * The files, in the order of the schema; the same model gives the same text.
   *
   * @param known all schemas of the compilation, and what they borrow from other modules
   */
  public static List<GeneratedFile> emit(SchemaModel schema, List<SchemaModel> known) {
    OpenApiTypes types = new OpenApiTypes(known);
    List<GeneratedFile> files = new ArrayList<>();
    files.add(SchemaEmitter.emit(schema));
    for (EnumModel model : schema.enums()) {
      files.add(EnumCodecEmitter.emit(model, schema));
    }
    for (MessageModel model : schema.messages()) {
      files.addAll(CodecEmitter.emit(model, schema));
    }
    for (ServiceModel service : schema.services()) {
      files.add(ClientEmitter.emit(service));
      files.addAll(RoutesEmitter.emit(schema, service));
      files.add(DispatcherEmitter.emit(schema, service));
      OpenApiEmitter.emit(schema, service, types).ifPresent(files::add);
    }
    files.add(ProtoFileEmitter.emit(schema));
    return List.copyOf(files);
  }
}
