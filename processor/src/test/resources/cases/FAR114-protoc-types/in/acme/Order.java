package acme;

import com.google.protobuf.Timestamp;
import dev.farcall.annotation.Message;
import lib.Lite;
import lib.Orphan;

@Message
record Order(
    Timestamp good,
    // error: [FAR114] Type lib.Lite of component Order.lite is a lite message of protoc, which carries no descriptor. Generate it without optimize_for = LITE_RUNTIME.
    Lite lite,
    // error: [FAR114] The descriptor of the protoc type lib.Orphan of component Order.orphan cannot be read. Put its classes on the class path, compiled, together with the class of its .proto file.
    Orphan orphan) {}
