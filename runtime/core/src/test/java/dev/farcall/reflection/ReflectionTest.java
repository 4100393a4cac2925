package dev.farcall.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TimestampProto;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Deadline;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.FileSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReflectionTest {

  private static final FileDescriptor MESSAGES = describe(ReflectionSchema.V1);

  private static final FileSchema TIMESTAMP =
      new FileSchema(
          "google/protobuf/timestamp.proto",
          List.of(),
          () -> TimestampProto.getDescriptor().toProto().toByteArray());

  private static final String SHOP =
      """
      name: "shop.proto"
      package: "shop"
      dependency: "google/protobuf/timestamp.proto"
      message_type {
        name: "Order"
        field { name: "at" number: 1 type: TYPE_MESSAGE type_name: ".google.protobuf.Timestamp" label: LABEL_OPTIONAL }
        nested_type { name: "Line" enum_type { name: "Size" value { name: "S" number: 0 } } }
        enum_type { name: "State" value { name: "OPEN" number: 0 } }
      }
      enum_type { name: "Kind" value { name: "GOOD" number: 0 } }
      service { name: "Orders" method { name: "Get" input_type: ".shop.Order" output_type: ".shop.Order" } }
      """;

  private static final FileSchema FILE =
      new FileSchema("shop.proto", List.of(TIMESTAMP), ReflectionTest::shop);

  private final List<Handler<?, ?>> handlers =
      Reflection.handlers(Set.of("shop.Orders"), List.of(FILE));

  private static byte[] shop() {
    try {
      FileDescriptorProto.Builder builder = FileDescriptorProto.newBuilder();
      TextFormat.merge(SHOP, builder);
      return builder.build().toByteArray();
    } catch (TextFormat.ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The messages as protobuf-java knows them from our own descriptor. */
  private static Descriptor message(String name) {
    return MESSAGES.findMessageTypeByName(name);
  }

  private static FileDescriptor describe(FileSchema file) {
    try {
      return FileDescriptor.buildFrom(
          FileDescriptorProto.parseFrom(file.bytes()), new FileDescriptor[0]);
    } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Message.Builder question() throws Exception {
    return DynamicMessage.newBuilder(message("ServerReflectionRequest"));
  }

  private Message ask(String field, Object value) throws Exception {
    Message.Builder question = question();
    question.setField(question.getDescriptorForType().findFieldByName("host"), "h");
    question.setField(question.getDescriptorForType().findFieldByName(field), value);
    return ask(question.build());
  }

  private Message ask(Message question) throws Exception {
    Handler.Raw<?, ?> handler = (Handler.Raw<?, ?>) handlers.get(0);
    try (SubmissionPublisher<Payload> questions = new SubmissionPublisher<>(Runnable::run, 4)) {
      Response response =
          Await.get(
              handler
                  .channel()
                  .send(
                      Request.streaming(
                          handler.operation(),
                          questions,
                          Metadata.EMPTY,
                          Deadline.NONE,
                          new Cancellation())));
      List<byte[]> answers = new ArrayList<>();
      response
          .payloads()
          .subscribe(
              new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                  subscription.request(10);
                }

                @Override
                public void onNext(Payload payload) {
                  answers.add(payload.bytes());
                }

                @Override
                public void onError(Throwable thrown) {
                  throw new AssertionError(thrown);
                }

                @Override
                public void onComplete() {}
              });
      questions.submit(Payload.received(question.toByteArray(), DecodeLimits.DEFAULT));
      Await.until(() -> !answers.isEmpty());
      Message answer =
          DynamicMessage.parseFrom(message("ServerReflectionResponse"), answers.get(0));
      assertThat(get(answer, "original_request")).isEqualTo(question);
      assertThat(get(answer, "valid_host")).isEqualTo(get(question, "host"));
      assertThat(answer.getUnknownFields().asMap()).isEmpty();
      return answer;
    }
  }

  private static Object get(Message message, String field) {
    FieldDescriptor found = message.getDescriptorForType().findFieldByName(field);
    return message.getField(found);
  }

  private static List<String> files(Message answer) throws Exception {
    List<String> names = new ArrayList<>();
    Message response = (Message) get(answer, "file_descriptor_response");
    for (Object bytes : (List<?>) get(response, "file_descriptor_proto")) {
      names.add(FileDescriptorProto.parseFrom((ByteString) bytes).getName());
    }
    return names;
  }

  private static String error(Message answer) {
    Message response = (Message) get(answer, "error_response");
    return get(response, "error_code") + " " + get(response, "error_message");
  }

  @Test
  void services_are_listed_reflection_among_them() throws Exception {
    Message response = (Message) get(ask("list_services", ""), "list_services_response");
    assertThat((List<?>) get(response, "service"))
        .extracting(service -> get((Message) service, "name"))
        .containsExactly(
            "grpc.reflection.v1.ServerReflection",
            "grpc.reflection.v1alpha.ServerReflection",
            "shop.Orders");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.Orders",
        "shop.Orders.Get",
        "shop.Order",
        "shop.Order.at",
        "shop.Order.Line",
        "shop.Order.Line.Size",
        "shop.Order.Line.S",
        "shop.Order.State",
        "shop.Order.OPEN",
        "shop.Kind",
        "shop.GOOD"
      })
  void a_symbol_is_found_with_all_that_its_file_imports(String symbol) throws Exception {
    assertThat(files(ask("file_containing_symbol", symbol)))
        .containsExactly("shop.proto", "google/protobuf/timestamp.proto");
  }

  @Test
  void what_is_imported_is_found_too() throws Exception {
    assertThat(files(ask("file_containing_symbol", "google.protobuf.Timestamp")))
        .containsExactly("google/protobuf/timestamp.proto");
    assertThat(files(ask("file_by_filename", "google/protobuf/timestamp.proto"))).hasSize(1);
    assertThat(files(ask("file_by_filename", "grpc/reflection/v1alpha/reflection.proto")))
        .hasSize(1);
  }

  @Test
  void what_is_not_there_is_not_found() throws Exception {
    assertThat(error(ask("file_containing_symbol", "shop.Nothing")))
        .isEqualTo("5 Symbol not found.");
    assertThat(error(ask("file_by_filename", "nothing.proto"))).isEqualTo("5 File not found.");
    assertThat(error(ask("all_extension_numbers_of_type", "shop.Nothing")))
        .isEqualTo("5 Type not found.");
  }

  @Test
  void extensions_are_not_found_for_there_are_none() throws Exception {
    Message.Builder extension = DynamicMessage.newBuilder(message("ExtensionRequest"));
    extension.setField(
        extension.getDescriptorForType().findFieldByName("containing_type"), "shop.Order");
    extension.setField(extension.getDescriptorForType().findFieldByName("extension_number"), 7);
    assertThat(error(ask("file_containing_extension", extension.build())))
        .isEqualTo("5 Extension not found.");
    Message none =
        (Message)
            get(
                ask("all_extension_numbers_of_type", "shop.Order"),
                "all_extension_numbers_response");
    assertThat(get(none, "base_type_name")).isEqualTo("shop.Order");
    assertThat((List<?>) get(none, "extension_number")).isEmpty();
  }

  @Test
  void a_question_that_asks_nothing_is_not_implemented() throws Exception {
    assertThat(error(ask(question().build()))).startsWith("12 ");
  }
}
