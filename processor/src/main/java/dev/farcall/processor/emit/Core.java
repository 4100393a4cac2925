package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;

/** The classes of core that generated clients and dispatchers use. */
final class Core {

  /**
   * The agreement that is generated for; core's {@code GeneratedCode.VERSION} when this was built.
   */
  static final int VERSION = dev.farcall.call.GeneratedCode.VERSION;

  static final ClassName OPERATION = call("Operation");
  static final ClassName KIND = call("Kind");
  static final ClassName CALLER = call("Caller");
  static final ClassName STREAM_CALLER = call("StreamCaller");
  static final ClassName PEER = call("Peer");
  static final ClassName DECLARED_ERROR = call("DeclaredError");
  static final ClassName GENERATED_CODE = call("GeneratedCode");
  static final ClassName HASHING = call("Hashing");
  static final ClassName HEADERS = call("Headers");
  static final ClassName DISPATCHER = call("Dispatcher");
  static final ClassName HANDLER = call("Handler");
  static final ClassName STREAMS = ClassName.get("dev.farcall.stream", "Streams");
  static final ClassName ADAPTED = ClassName.get("dev.farcall.stream", "Adapted");
  static final ClassName ADAPTED_STREAM = ADAPTED.nestedClass("Stream");
  static final ClassName ADAPTED_SINGLE = ADAPTED.nestedClass("Single");
  static final ClassName FILE_SCHEMA = ClassName.get("dev.farcall.wire", "FileSchema");
  static final ClassName CODE = ClassName.get("dev.farcall.annotation", "Code");

  static final ClassName ROUTE = route("Route");
  static final ClassName VERB = route("Verb");
  static final ClassName PATH_TEMPLATE = route("PathTemplate");
  static final ClassName ROUTE_WRITER = route("RouteWriter");
  static final ClassName ROUTE_READER = route("RouteReader");
  static final ClassName BARE = route("Bare");

  private Core() {}

  private static ClassName route(String name) {
    return ClassName.get("dev.farcall.route", name);
  }

  private static ClassName call(String name) {
    return ClassName.get("dev.farcall.call", name);
  }
}
