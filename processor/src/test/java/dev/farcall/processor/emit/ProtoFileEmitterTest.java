package dev.farcall.processor.emit;

import static dev.farcall.processor.emit.Models.INT;
import static dev.farcall.processor.emit.Models.STRING;
import static dev.farcall.processor.emit.Models.constant;
import static dev.farcall.processor.emit.Models.enumModel;
import static dev.farcall.processor.emit.Models.enumeration;
import static dev.farcall.processor.emit.Models.field;
import static dev.farcall.processor.emit.Models.list;
import static dev.farcall.processor.emit.Models.message;
import static dev.farcall.processor.emit.Models.once;
import static dev.farcall.processor.emit.Models.optional;
import static dev.farcall.processor.emit.Models.record;
import static dev.farcall.processor.emit.Models.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.History;
import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ProtoFileEmitterTest {

  private static final ValueType USER_ID =
      new ValueType.Wrapped(Models.java("UserId"), "value", Models.ID);
  private static final ValueType NAME = new ValueType.Wrapped(Models.java("Name"), "value", STRING);
  private static final ValueType MONEY =
      new ValueType.Adapted(
          Models.java("Money"), Models.java("MoneyAdapter"), message("MoneyParts"));

  @Test
  void theWorkedExampleOfTheContractIsWrittenAsThere() {
    assertGolden(Models.orders());
  }

  @Test
  void whatProtoCannotSayStandsBehindTheField() {
    assertThat(line(required(Models.ID))).isEqualTo("string f = 1; // UUID, required");
    assertThat(line(optional(Models.ID))).isEqualTo("optional string f = 1; // UUID");
    assertThat(line(once(STRING))).isEqualTo("string f = 1;");
    assertThat(line(required(USER_ID))).isEqualTo("string f = 1; // UserId (UUID), required");
    assertThat(line(once(NAME))).isEqualTo("string f = 1; // Name");
    assertThat(line(required(MONEY))).isEqualTo("MoneyParts f = 1; // Money, required");
    assertThat(line(once(Models.scalar(short.class, JavaScalar.SHORT, ProtoScalar.INT32))))
        .isEqualTo("int32 f = 1; // Short");
    assertThat(line(required(new ValueType.Duration(ClassName.get(Duration.class)))))
        .isEqualTo("google.protobuf.Duration f = 1; // required");
  }

  @Test
  void collectionsSayWhatTheyHold() {
    assertThat(line(list(Models.DECIMAL))).isEqualTo("repeated string f = 1; // BigDecimal values");
    assertThat(line(new Shape.Repeated(INT, Shape.Repeated.Form.SET)))
        .isEqualTo("repeated int32 f = 1; // no duplicates");
    assertThat(line(new Shape.Mapping(USER_ID, INT, false, ClassName.get(Map.class))))
        .isEqualTo("map<string, int32> f = 1; // UserId (UUID) keys");
    assertThat(
            line(
                new Shape.Mapping(
                    enumeration("Colour"), Models.LONG, true, ClassName.get(SortedMap.class))))
        .isEqualTo("map<string, int64> f = 1; // enum Colour keys");
  }

  @Test
  void jsonNamesAreWrittenWhereProtocWouldGuessWrong() {
    assertThat(fieldLine(field("lineURL", "line_url", "lineURL", 1, once(STRING), "", false)))
        .isEqualTo("string line_url = 1 [json_name = \"lineURL\"];");
    assertThat(fieldLine(field("größe", "groesse", "größe", 1, once(INT), "", false)))
        .isEqualTo("int32 groesse = 1 [json_name = \"gr\\303\\266\\303\\237e\"];");
  }

  @Test
  void docsDeprecationNestingAndReservedNamesHaveTheirPlace() {
    FieldModel old = field("old", "old", "Old", 2, once(INT), "The old way.", true);
    FieldModel quantity =
        field("quantity", "quantity", "quantity", 1, once(INT), "", false, "qty", "amount");
    MessageModel product =
        new MessageModel(
            Models.java("Product"),
            Models.codec("Product"),
            "Product",
            "acme.orders.v1.Product",
            Optional.empty(),
            "Product",
            new Body.Record(List.of(old, quantity)),
            true,
            "A thing to sell.\n\n <p>Or to keep.\n",
            true,
            History.NONE,
            Site.NONE);
    EnumModel size =
        enumModel(
            "Product.Size",
            constant("LARGE", "SIZE_LARGE", 2, "SIZE_BIG"),
            constant("NONE", "SIZE_NONE", 0),
            constant("SMALL", "SIZE_SMALL", 1));
    MethodModel method =
        Models.method("find", Models.java("Product"), product, product)
            .direct()
            .safe()
            .deprecated()
            .build();
    ServiceModel service =
        new ServiceModel(
            Models.java("ProductService"),
            Models.java("ProductServiceClient"),
            Models.java("ProductServiceDispatcher"),
            "ProductService",
            "acme.orders.v1.ProductService",
            List.of(),
            List.of(method),
            "Sells.",
            true,
            Site.NONE);
    SchemaModel orders = Models.schema(List.of(service), List.of(product), List.of(size));
    assertGolden(
        new SchemaModel(
            orders.protoPackage(),
            "acme/orders/v1/products.proto",
            orders.schemaClass(),
            orders.services(),
            orders.messages(),
            orders.enums(),
            orders.imports(),
            false));
  }

  @Test
  void noDocumentationLeavesItsComment() {
    FieldModel hostile =
        field("f", "f", "f", 1, once(INT), "a */ b\n} message Evil {\u2028int32 g = 2; //", false);
    String text = emit(Models.schema(List.of(), List.of(record("Holder", hostile)), List.of()));
    assertThat(text.lines().filter(line -> !line.strip().startsWith("//")))
        .contains("  int32 f = 1;")
        .noneMatch(line -> line.contains("Evil") || line.contains("g = 2"));
  }

  @Test
  void aNameThatIsNoIdentifierIsRefused() {
    SchemaModel schema =
        Models.schema(
            List.of(), List.of(record("Holder", field("f", "f; }", 1, once(INT)))), List.of());
    assertThatIllegalArgumentException().isThrownBy(() -> emit(schema));
  }

  @Test
  void aProtocMessageIsNotDeclaredAgain() {
    MessageModel foreign =
        Models.messageModel(
            ClassName.get("acme.other", "Foreign"), "Foreign", new Body.Foreign(), "");
    assertThat(emit(Models.schema(List.of(), List.of(foreign), List.of())))
        .doesNotContain("message");
  }

  @Test
  void theSameModelGivesTheSameText() {
    assertThat(emit(Models.orders())).isEqualTo(emit(Models.orders()));
    assertThat(Set.of(emit(Models.orders()))).noneMatch(text -> text.contains("\r"));
  }

  private static String line(Shape shape) {
    return fieldLine(field("f", "f", 1, shape));
  }

  private static String fieldLine(FieldModel field) {
    String text =
        emit(
            Models.schema(
                List.of(), List.of(record("Holder", field), record("MoneyParts")), List.of()));
    int start = text.indexOf("message Holder {\n  ") + "message Holder {\n  ".length();
    return text.substring(start, text.indexOf('\n', start));
  }

  private static String emit(SchemaModel schema) {
    return ((GeneratedFile.Resource) ProtoFileEmitter.emit(schema)).text();
  }

  private static void assertGolden(SchemaModel schema) {
    Goldens.assertGolden("proto/" + schema.path(), emit(schema));
  }
}
