package dev.farcall.processor.analysis;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * The string constants of a class file, in the order of its constant pool, which is that of their
 * first use in the code. See The Java Virtual Machine Specification, section 4.4.
 */
final class ClassFileStrings {

  private static final int MAGIC = 0xCAFEBABE;

  private ClassFileStrings() {}

  /** The strings; empty if the class has no class file that can be found. */
  static Optional<List<String>> of(TypeElement type, Compilation compilation) {
    for (StandardLocation location :
        List.of(StandardLocation.CLASS_PATH, StandardLocation.CLASS_OUTPUT)) {
      try (InputStream file =
          compilation
              .filer()
              .getResource(location, compilation.packageOf(type), type.getSimpleName() + ".class")
              .openInputStream()) {
        return Optional.of(read(new DataInputStream(file)));
      } catch (IOException | RuntimeException notHere) {
        // the next location may have it
      }
    }
    return Optional.empty();
  }

  private static List<String> read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("no class file");
    }
    in.readInt(); // version
    int count = in.readUnsignedShort();
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> strings = new ArrayList<>();
    for (int index = 1; index < count; index++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(index, in.readUTF());
        case 8 -> strings.add(in.readUnsignedShort());
        case 7, 16, 19, 20 -> in.readUnsignedShort();
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.readInt();
        case 5, 6 -> {
          in.readLong();
          index++; // takes two places
        }
        default -> throw new IOException("constant of unknown kind " + tag);
      }
    }
    return strings.stream().map(index -> texts.getOrDefault(index, "")).toList();
  }
}
