package acme;

import com.google.protobuf.FieldMask;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import dev.farcall.annotation.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Message
public record Foreign(
    FieldMask mask,
    Optional<FieldMask> maybe,
    List<FieldMask> masks,
    Map<String, Struct> structs,
    NullValue nothing,
    List<NullValue> nothings) {}
