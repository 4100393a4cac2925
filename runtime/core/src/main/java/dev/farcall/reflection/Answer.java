package dev.farcall.reflection;

import dev.farcall.annotation.Code;
import dev.farcall.wire.FileSchema;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.Collection;

/**
 * {@code ServerReflectionResponse}.
 *
 * @param question what was asked
 * @param content one of its forms
 */
record Answer(Question question, Content content) {

  /** {@code oneof message_response}. */
  sealed interface Content {}

  /** {@code file_descriptor_response}: the file that was asked for, then all it imports. */
  record Files(Collection<FileSchema> files) implements Content {}

  /** {@code all_extension_numbers_response}: none, since nothing of ours has extensions. */
  record NoExtensions(String type) implements Content {}

  /** {@code list_services_response}. */
  record Services(Collection<String> names) implements Content {}

  /** {@code error_response}. */
  record Problem(Code code, String message) implements Content {}

  /** Answers a question as the reference implementation does. */
  static Answer to(Question question, SchemaIndex index) {
    return new Answer(question, content(question, index));
  }

  private static Content content(Question question, SchemaIndex index) {
    return switch (question.asked()) {
      case Question.FILE_BY_FILENAME ->
          files(index.withImports(index.byPath(question.text())), "File not found.");
      case Question.FILE_CONTAINING_SYMBOL ->
          files(index.withImports(index.bySymbol(question.text())), "Symbol not found.");
      case Question.FILE_CONTAINING_EXTENSION -> notFound("Extension not found.");
      case Question.ALL_EXTENSION_NUMBERS_OF_TYPE ->
          index.isMessage(question.text())
              ? new NoExtensions(question.text())
              : notFound("Type not found.");
      case Question.LIST_SERVICES -> new Services(index.services());
      default -> new Problem(Code.UNIMPLEMENTED, "not implemented MESSAGEREQUEST_NOT_SET");
    };
  }

  private static Content files(Collection<FileSchema> files, String otherwise) {
    return files.isEmpty() ? notFound(otherwise) : new Files(files);
  }

  private static Content notFound(String message) {
    return new Problem(Code.NOT_FOUND, message);
  }

  /** Writes an answer; a server reads none. */
  static final class Codec extends MessageCodec<Answer> {
    private static final int VALID_HOST = 1 << 3 | 2;
    private static final int ORIGINAL_REQUEST = 2 << 3 | 2;
    private static final int FILE_DESCRIPTOR_RESPONSE = 4 << 3 | 2;
    private static final int ALL_EXTENSION_NUMBERS_RESPONSE = 5 << 3 | 2;
    private static final int LIST_SERVICES_RESPONSE = 6 << 3 | 2;
    private static final int ERROR_RESPONSE = 7 << 3 | 2;
    private static final int FIRST = 1 << 3 | 2;
    private static final int ERROR_CODE = 1 << 3;
    private static final int ERROR_MESSAGE = 2 << 3 | 2;

    private final Question.Codec question;

    Codec(String fullName) {
      super(fullName);
      question = new Question.Codec(fullName.replace("Response", "Request"));
    }

    @Override
    public void write(Answer answer, ProtobufWriter out) {
      if (!answer.question.host().isEmpty()) {
        out.string(VALID_HOST, answer.question.host());
      }
      out.message(ORIGINAL_REQUEST, answer.question, question);
      Content content = answer.content;
      if (content instanceof Files files) {
        int start = out.begin(FILE_DESCRIPTOR_RESPONSE);
        for (FileSchema file : files.files()) {
          out.bytes(FIRST, file.bytes());
        }
        out.end(start);
      } else if (content instanceof NoExtensions none) {
        int start = out.begin(ALL_EXTENSION_NUMBERS_RESPONSE);
        out.string(FIRST, none.type());
        out.end(start);
      } else if (content instanceof Services services) {
        int start = out.begin(LIST_SERVICES_RESPONSE);
        for (String name : services.names()) {
          int service = out.begin(FIRST);
          out.string(FIRST, name);
          out.end(service);
        }
        out.end(start);
      } else if (content instanceof Problem problem) {
        int start = out.begin(ERROR_RESPONSE);
        out.int32(ERROR_CODE, problem.code().number());
        out.string(ERROR_MESSAGE, problem.message());
        out.end(start);
      }
    }

    @Override
    public void write(Answer answer, JsonWriter out) {
      out.beginObject();
      if (!answer.question.host().isEmpty()) {
        out.name("validHost");
        out.string(answer.question.host());
      }
      out.name("originalRequest");
      out.message(answer.question, question);
      writeContent(answer.content, out);
      out.endObject();
    }

    private static void writeContent(Content content, JsonWriter out) {
      if (content instanceof Files files) {
        out.name("fileDescriptorResponse");
        out.beginObject();
        out.name("fileDescriptorProto");
        out.beginArray();
        for (FileSchema file : files.files()) {
          out.bytes(file.bytes());
        }
        out.endArray();
      } else if (content instanceof NoExtensions none) {
        out.name("allExtensionNumbersResponse");
        out.beginObject();
        out.name("baseTypeName");
        out.string(none.type());
      } else if (content instanceof Services services) {
        out.name("listServicesResponse");
        out.beginObject();
        out.name("service");
        out.beginArray();
        for (String name : services.names()) {
          out.beginObject();
          out.name("name");
          out.string(name);
          out.endObject();
        }
        out.endArray();
      } else if (content instanceof Problem problem) {
        out.name("errorResponse");
        out.beginObject();
        out.name("errorCode");
        out.int32(problem.code().number());
        out.name("errorMessage");
        out.string(problem.message());
      }
      out.endObject();
    }

    @Override
    public Answer read(JsonReader in) {
      throw new UnsupportedOperationException("a server only writes " + fullName());
    }

    @Override
    public Answer read(ProtobufReader in) {
      throw new UnsupportedOperationException("a server only writes " + fullName());
    }
  }
}
