package dev.farcall.reflection;

import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;

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
  }
}
