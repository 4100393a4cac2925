package dev.farcall.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * One proto package of this compilation: one {@code .proto} file, one generated schema class.
 *
 * @param protoPackage as in {@code acme.orders.v1}
 * @param path the file's import path, as in {@code acme/orders/v1/orders.proto}
 * @param schemaClass the generated class that holds the descriptor, as in {@code OrdersSchema}
 * @param services in the order of the file
 * @param messages all, nested ones included, in the order of the file; a nested one follows the one
 *     it is nested in
 * @param enums all, nested ones included, in the order of the file
 * @param imports the files it imports, sorted by path
 * @param jsonFormat whether the messages of protoc can stand in JSON: protobuf-java-util is on the
 *     class path
 */
public record SchemaModel(
    String protoPackage,
    String path,
    ClassName schemaClass,
    List<ServiceModel> services,
    List<MessageModel> messages,
    List<EnumModel> enums,
    List<ImportModel> imports,
    boolean jsonFormat) {

  /** The first line of each {@code .proto} file that we write. */
  public static final String HEADER =
      "// Generated from Java by farcall-processor. To change it, change the Java.";

  /** The same schema with these services, messages and enums. */
  public SchemaModel with(
      List<ServiceModel> givenServices,
      List<MessageModel> givenMessages,
      List<EnumModel> givenEnums) {
    return new SchemaModel(
        protoPackage,
        path,
        schemaClass,
        List.copyOf(givenServices),
        List.copyOf(givenMessages),
        List.copyOf(givenEnums),
        imports,
        jsonFormat);
  }
}
