package dev.farcall.processor.analysis;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is needed of a {@code google.protobuf.FileDescriptorProto}.
 *
 * @param path as other files import it
 * @param types messages and enums with dots between nested names, without the package
 */
record ProtocFile(String path, String protoPackage, Set<String> types) {

  // Tags of google/protobuf/descriptor.proto: field number << 3 | 2.
  private static final int FILE_NAME = 1 << 3 | 2;
  private static final int FILE_PACKAGE = 2 << 3 | 2;
  private static final int FILE_MESSAGE = 4 << 3 | 2;
  private static final int FILE_ENUM = 5 << 3 | 2;
  private static final int TYPE_NAME = 1 << 3 | 2;
  private static final int MESSAGE_MESSAGE = 3 << 3 | 2;
  private static final int MESSAGE_ENUM = 4 << 3 | 2;

  /** A type's full proto name and the path of its file. */
  record Declared(String fullName, String path) {}

  Optional<Declared> find(List<String> javaNames) {
    String name = String.join(".", javaNames);
    return types.contains(name)
        ? Optional.of(new Declared(protoPackage.isEmpty() ? name : protoPackage + "." + name, path))
        : Optional.empty();
  }

  /**
   * The descriptor among the strings of a class: it begins with its name, and goes on in the
   * strings that follow if it is long.
   */
  static Optional<ProtocFile> parse(List<String> strings) {
    for (int i = 0; i < strings.size(); i++) {
      StringBuilder text = new StringBuilder();
      for (String each : strings.subList(i, strings.size())) {
        text.append(each);
        if (text.isEmpty() || text.charAt(0) != FILE_NAME) {
          break;
        }
        Optional<ProtocFile> file = parse(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (file.isPresent()) {
          return file;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ProtocFile> parse(byte[] bytes) {
    try {
      ProtobufReader in = ProtobufReader.of(bytes, DecodeLimits.DEFAULT);
      String path = "";
      String protoPackage = "";
      Set<String> types = new HashSet<>();
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case FILE_NAME -> path = in.string();
          case FILE_PACKAGE -> protoPackage = in.string();
          case FILE_MESSAGE, FILE_ENUM -> type(in, "", types);
          default -> in.skip(tag);
        }
      }
      return path.endsWith(".proto")
          ? Optional.of(new ProtocFile(path, protoPackage, types))
          : Optional.empty();
    } catch (DecodeException incomplete) {
      return Optional.empty();
    }
  }

  /** A DescriptorProto or an EnumDescriptorProto; the name comes first in what protoc writes. */
  private static void type(ProtobufReader in, String outer, Set<String> types) {
    int end = in.push();
    String name = outer;
    while (in.more()) {
      int tag = in.tag();
      switch (tag) {
        case TYPE_NAME -> {
          name = outer + in.string();
          types.add(name);
        }
        case MESSAGE_MESSAGE, MESSAGE_ENUM -> type(in, name + ".", types);
        default -> in.skip(tag);
      }
    }
    in.pop(end);
  }
}
