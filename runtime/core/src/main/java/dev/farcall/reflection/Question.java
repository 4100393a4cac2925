package dev.farcall.reflection;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.JsonName;
import dev.farcall.wire.JsonNames;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code ServerReflectionRequest}.
 *
 * @param host repeated in the answer
 * @param asked the number of the field of {@code oneof message_request} that is set; 0 for none
 * @param text its value; for an extension the extended type
 * @param extension the number of the extension, if that is asked
 */
record Question(String host, int asked, String text, int extension) {

  static final int FILE_BY_FILENAME = 3;
  static final int FILE_CONTAINING_SYMBOL = 4;
  static final int FILE_CONTAINING_EXTENSION = 5;
  static final int ALL_EXTENSION_NUMBERS_OF_TYPE = 6;
  static final int LIST_SERVICES = 7;

  /** Reads what is asked, and writes it into the answer. */
  static final class Codec extends MessageCodec<Question> {
    private static final int HOST = 1 << 3 | 2;
    private static final int EXTENSION = FILE_CONTAINING_EXTENSION << 3 | 2;
    private static final int CONTAINING_TYPE = 1 << 3 | 2;
    private static final int EXTENSION_NUMBER = 2 << 3;

    /** At the index that is the number of the field, less one. */
    private static final List<JsonName> NAMES =
        names(
            "host",
            "",
            "fileByFilename",
            "fileContainingSymbol",
            "fileContainingExtension",
            "allExtensionNumbersOfType",
            "listServices");

    private static final List<JsonName> EXTENSION_NAMES =
        names("containingType", "extensionNumber");
    private static final JsonNames ALL =
        JsonNames.of(NAMES.toArray(JsonName[]::new))
            .alias("file_by_filename", FILE_BY_FILENAME - 1)
            .alias("file_containing_symbol", FILE_CONTAINING_SYMBOL - 1)
            .alias("file_containing_extension", FILE_CONTAINING_EXTENSION - 1)
            .alias("all_extension_numbers_of_type", ALL_EXTENSION_NUMBERS_OF_TYPE - 1)
            .alias("list_services", LIST_SERVICES - 1);

    /** {@code ExtensionRequest}. */
    private record JsonExtension(String type, int number) {
      static JsonExtension read(JsonReader in) {
        String type = "";
        int number = 0;
        in.beginObject();
        for (String key = in.key(); key != null; key = in.key()) {
          switch (key) {
            case "containingType", "containing_type" -> type = in.string();
            case "extensionNumber", "extension_number" -> number = in.int32();
            default -> in.skip();
          }
        }
        return new JsonExtension(type, number);
      }
    }

    private static List<JsonName> names(String... names) {
      return IntStream.range(0, names.length)
          .mapToObj(index -> JsonName.of(names[index], index))
          .toList();
    }

    Codec(String fullName) {
      super(fullName);
    }

    @Override
    public void write(Question question, ProtobufWriter out) {
      if (!question.host.isEmpty()) {
        out.string(HOST, question.host);
      }
      if (question.asked == FILE_CONTAINING_EXTENSION) {
        int start = out.begin(EXTENSION);
        if (!question.text.isEmpty()) {
          out.string(CONTAINING_TYPE, question.text);
        }
        if (question.extension != 0) {
          out.int32(EXTENSION_NUMBER, question.extension);
        }
        out.end(start);
      } else if (question.asked != 0) {
        out.string(question.asked << 3 | 2, question.text);
      }
    }

    @Override
    public Question read(ProtobufReader in) {
      String host = "";
      int asked = 0;
      String text = "";
      int extension = 0;
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case HOST -> host = in.string();
          case FILE_BY_FILENAME << 3 | 2,
              FILE_CONTAINING_SYMBOL << 3 | 2,
              ALL_EXTENSION_NUMBERS_OF_TYPE << 3 | 2,
              LIST_SERVICES << 3 | 2 -> {
            asked = tag >>> 3;
            text = in.string();
          }
          case EXTENSION -> {
            asked = FILE_CONTAINING_EXTENSION;
            int outer = in.push();
            for (int inner = in.tag(); inner != 0; inner = in.tag()) {
              switch (inner) {
                case CONTAINING_TYPE -> text = in.string();
                case EXTENSION_NUMBER -> extension = in.int32();
                default -> in.skip(inner);
              }
            }
            in.pop(outer);
          }
          default -> in.skip(tag);
        }
      }
      return new Question(host, asked, text, extension);
    }

    @Override
    public void write(Question question, JsonWriter out) {
      out.beginObject();
      if (!question.host.isEmpty()) {
        out.name(NAMES.get(0));
        out.string(question.host);
      }
      if (question.asked == FILE_CONTAINING_EXTENSION) {
        out.name(NAMES.get(FILE_CONTAINING_EXTENSION - 1));
        out.beginObject();
        out.name(EXTENSION_NAMES.get(0));
        out.string(question.text);
        out.name(EXTENSION_NAMES.get(1));
        out.int32(question.extension);
        out.endObject();
      } else if (question.asked != 0) {
        out.name(NAMES.get(question.asked - 1));
        out.string(question.text);
      }
      out.endObject();
    }

    @Override
    public Question read(JsonReader in) {
      String host = "";
      int asked = 0;
      String text = "";
      int extension = 0;
      in.beginObject();
      for (int field = in.field(ALL); field != JsonReader.END; field = in.field(ALL)) {
        int number = field + 1;
        if (field == 0) {
          host = in.string();
          continue;
        }
        if (asked != 0) {
          throw DecodeException.invalid("is the second question (expected: one)");
        }
        asked = number;
        if (number == FILE_CONTAINING_EXTENSION) {
          JsonExtension inner = JsonExtension.read(in);
          text = inner.type;
          extension = inner.number;
        } else {
          text = in.string();
        }
      }
      return new Question(host, asked, text, extension);
    }
  }
}
