package dev.farcall.reflection;

import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.FileSchema;
import dev.farcall.wire.ProtobufReader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds files by path and by what they declare. Made once, when the first question comes. */
final class SchemaIndex {

  private final Set<String> services;
  private final List<FileSchema> roots;
  private @Nullable Content content;

  SchemaIndex(Set<String> services, List<FileSchema> roots) {
    this.services = services;
    this.roots = List.copyOf(roots);
  }

  Set<String> services() {
    return services;
  }

  @Nullable FileSchema byPath(String path) {
    return content().files.get(path);
  }

  @Nullable FileSchema bySymbol(String symbol) {
    return content().symbols.get(symbol);
  }

  boolean isMessage(String symbol) {
    return content().messages.contains(symbol);
  }

  /** The file, then all it imports, each once; empty for none. */
  Collection<FileSchema> withImports(@Nullable FileSchema file) {
    Map<String, FileSchema> seen = new LinkedHashMap<>();
    Queue<FileSchema> next = new ArrayDeque<>();
    if (file != null) {
      next.add(file);
    }
    for (FileSchema found = next.poll(); found != null; found = next.poll()) {
      if (seen.putIfAbsent(found.path(), found) == null) {
        next.addAll(found.dependencies());
      }
    }
    return seen.values();
  }

  private synchronized Content content() {
    Content made = content;
    if (made == null) {
      made = new Content();
      for (FileSchema root : roots) {
        withImports(root).forEach(made::add);
      }
      content = made;
    }
    return made;
  }

  /** What the descriptors declare: the names of {@code google.protobuf.FileDescriptorProto}. */
  private static final class Content {
    private static final int LENGTH_DELIMITED = 2;

    private final Map<String, FileSchema> files = new LinkedHashMap<>();
    private final Map<String, FileSchema> symbols = new LinkedHashMap<>();
    private final Set<String> messages = new HashSet<>();

    void add(FileSchema file) {
      if (files.putIfAbsent(file.path(), file) != null) {
        return;
      }
      byte[] bytes = file.bytes();
      String scope = packageOf(bytes);
      ProtobufReader in = ProtobufReader.of(bytes, DecodeLimits.DEFAULT);
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case 4 << 3 | LENGTH_DELIMITED -> message(in, scope, file);
          case 5 << 3 | LENGTH_DELIMITED -> enumeration(in, scope, file);
          case 6 << 3 | LENGTH_DELIMITED -> service(in, scope, file);
          default -> in.skip(tag);
        }
      }
    }

    /** The package, with a dot at its end if there is one. */
    private static String packageOf(byte[] bytes) {
      ProtobufReader in = ProtobufReader.of(bytes, DecodeLimits.DEFAULT);
      String name = "";
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == (2 << 3 | LENGTH_DELIMITED)) {
          name = in.string();
        } else {
          in.skip(tag);
        }
      }
      return name.isEmpty() ? "" : name + ".";
    }

    /** {@code DescriptorProto}: name 1, field 2, nested_type 3, enum_type 4, oneof_decl 8. */
    private void message(ProtobufReader in, String scope, FileSchema file) {
      int outer = in.push();
      String inside = scope;
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case 1 << 3 | LENGTH_DELIMITED -> {
            String name = scope + in.string();
            symbols.putIfAbsent(name, file);
            messages.add(name);
            inside = name + "."; // protoc and our emitter write the name first
          }
          case 2 << 3 | LENGTH_DELIMITED, 8 << 3 | LENGTH_DELIMITED -> leaf(in, inside, file);
          case 3 << 3 | LENGTH_DELIMITED -> message(in, inside, file);
          case 4 << 3 | LENGTH_DELIMITED -> enumeration(in, inside, file);
          default -> in.skip(tag);
        }
      }
      in.pop(outer);
    }

    /** {@code EnumDescriptorProto}: name 1, value 2; the values' names stand beside the enum's. */
    private void enumeration(ProtobufReader in, String scope, FileSchema file) {
      int outer = in.push();
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case 1 << 3 | LENGTH_DELIMITED -> symbols.putIfAbsent(scope + in.string(), file);
          case 2 << 3 | LENGTH_DELIMITED -> leaf(in, scope, file);
          default -> in.skip(tag);
        }
      }
      in.pop(outer);
    }

    /** {@code ServiceDescriptorProto}: name 1, method 2. */
    private void service(ProtobufReader in, String scope, FileSchema file) {
      int outer = in.push();
      String inside = scope;
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case 1 << 3 | LENGTH_DELIMITED -> {
            String name = scope + in.string();
            symbols.putIfAbsent(name, file);
            inside = name + ".";
          }
          case 2 << 3 | LENGTH_DELIMITED -> leaf(in, inside, file);
          default -> in.skip(tag);
        }
      }
      in.pop(outer);
    }

    /** A declaration without members of its own: name 1. */
    private void leaf(ProtobufReader in, String scope, FileSchema file) {
      int outer = in.push();
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == (1 << 3 | LENGTH_DELIMITED)) {
          symbols.putIfAbsent(scope + in.string(), file);
        } else {
          in.skip(tag);
        }
      }
      in.pop(outer);
    }
  }
}
