package dev.farcall.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

  /**
   * The file of a descriptor that another library holds, with all it imports.
   *
   * <pre>{@code
   * FileSchema.of(Echo.getDescriptor().getFile(), FileDescriptor::getName,
   *     FileDescriptor::getDependencies, file -> file.toProto().toByteArray())
   * }</pre>
   */
  public static <F> FileSchema of(
      F file,
      Function<F, String> path,
      Function<F, List<F>> dependencies,
      Function<F, byte[]> content) {
    return of(file, path, dependencies, content, new HashMap<>());
  }

  private static <F> FileSchema of(
      F file,
      Function<F, String> path,
      Function<F, List<F>> dependencies,
      Function<F, byte[]> content,
      Map<String, FileSchema> known) {
    String name = path.apply(file);
    FileSchema made = known.get(name);
    if (made == null) {
      List<FileSchema> imported = new ArrayList<>();
      for (F each : dependencies.apply(file)) {
        imported.add(of(each, path, dependencies, content, known));
      }
      made = new FileSchema(name, imported, () -> content.apply(file));
      known.put(name, made);
    }
    return made;
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
