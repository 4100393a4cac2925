package dev.farcall.processor.conformance;

import com.google.protobuf.BoolValue;
import com.google.protobuf.BytesValue;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.FieldMask;
import com.google.protobuf.FloatValue;
import com.google.protobuf.Int32Value;
import com.google.protobuf.Int64Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import dev.farcall.annotation.Message;
import dev.farcall.annotation.Tag;
import dev.farcall.annotation.Unspecified;
import dev.farcall.annotation.Was;
import java.util.List;
import java.util.Optional;

/**
 * Fields of the suite's message that only the JSON cases use: well-known types as protoc generates
 * them, an enum with an alias, and names of all kinds. A component is called as JSON calls the
 * field.
 */
@Message
@SuppressWarnings("RecordComponentName")
record FurtherTypes(
    @Tag(23) AliasedEnum optionalAliasedEnum,
    @Tag(201) Optional<BoolValue> optionalBoolWrapper,
    @Tag(202) Optional<Int32Value> optionalInt32Wrapper,
    @Tag(203) Optional<Int64Value> optionalInt64Wrapper,
    @Tag(204) Optional<UInt32Value> optionalUint32Wrapper,
    @Tag(205) Optional<UInt64Value> optionalUint64Wrapper,
    @Tag(206) Optional<FloatValue> optionalFloatWrapper,
    @Tag(207) Optional<DoubleValue> optionalDoubleWrapper,
    @Tag(208) Optional<StringValue> optionalStringWrapper,
    @Tag(209) Optional<BytesValue> optionalBytesWrapper,
    @Tag(211) List<BoolValue> repeatedBoolWrapper,
    @Tag(212) List<Int32Value> repeatedInt32Wrapper,
    @Tag(213) List<Int64Value> repeatedInt64Wrapper,
    @Tag(214) List<UInt32Value> repeatedUint32Wrapper,
    @Tag(215) List<UInt64Value> repeatedUint64Wrapper,
    @Tag(216) List<FloatValue> repeatedFloatWrapper,
    @Tag(217) List<DoubleValue> repeatedDoubleWrapper,
    @Tag(218) List<StringValue> repeatedStringWrapper,
    @Tag(219) List<BytesValue> repeatedBytesWrapper,
    @Tag(303) Optional<FieldMask> optionalFieldMask,
    @Tag(304) Optional<Struct> optionalStruct,
    @Tag(306) Optional<Value> optionalValue,
    @Tag(307) NullValue optionalNullValue,
    @Tag(316) List<Value> repeatedValue,
    @Tag(317) List<ListValue> repeatedListValue,
    @Tag(401) int fieldname1,
    @Tag(402) int fieldName2,
    @Tag(403) int FieldName3,
    @Tag(404) int fieldName4,
    @Tag(405) int field0name5,
    @Tag(406) int field0Name6,
    @Tag(407) int fieldName7,
    @Tag(408) int FieldName8,
    @Tag(409) int fieldName9,
    @Tag(410) int FieldName10,
    @Tag(411) int FIELDNAME11,
    @Tag(412) int FIELDName12,
    @Tag(413) int FieldName13,
    @Tag(414) int FieldName14,
    @Tag(415) int fieldName15,
    @Tag(416) int fieldName16,
    @Tag(417) int fieldName17,
    @Tag(418) int FieldName18) {

  enum AliasedEnum {
    @Unspecified
    ALIAS_FOO,
    @Tag(1)
    ALIAS_BAR,
    @Tag(2)
    @Was("MOO")
    ALIAS_BAZ
  }
}
