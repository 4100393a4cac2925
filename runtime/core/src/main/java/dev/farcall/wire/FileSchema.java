package dev.farcall.wire;

import java.util.List;
import java.util.function.Supplier;

/**
 * One {@code .proto} file as its serialized {@code google.protobuf.FileDescriptorProto}, for
 * reflection and tools. Generated beside the codecs, once for each proto package and module.
 *
 * @param path the import path, as in {@code shop/users/v1/users.proto}
 * @param dependencies the files it imports, in the order of its descriptor
 * @param content the serialized descriptor, made anew at each call
 */
public record FileSchema(String path, List<FileSchema> dependencies, Supplier<byte[]> content) {

  public FileSchema {
    dependencies = List.copyOf(dependencies);
  }

  /** The serialized {@code FileDescriptorProto}. */
  public byte[] bytes() {
    return content.get();
  }

  @Override
  public String toString() {
    return path;
  }
}
