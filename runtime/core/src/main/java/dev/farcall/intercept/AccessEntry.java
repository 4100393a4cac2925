package dev.farcall.intercept;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Origin;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the log says of one call, gathered on its way. */
final class AccessEntry implements Consumer<Origin> {

  private static final int MAX_VALUE_CHARS = 512;

  private final Request request;
  private final long from;
  private volatile Origin origin;
  private @Nullable Code code;
  private @Nullable Outcome outcome;
  private Metadata answered = Metadata.EMPTY;

  AccessEntry(Request request, long from) {
    this.request = request;
    this.from = from;
    this.origin = request.origin();
  }

  /** A step further in has found out who it is. */
  @Override
  public void accept(Origin known) {
    origin = known;
  }

  /** One payload, or a failure. */
  AccessEntry answered(Response response) {
    Failure failure = response.failure();
    code = failure == null ? Code.OK : failure.code();
    outcome = failure == null ? Outcome.OK : failure.outcome();
    answered = failure == null ? response.headers() : failure.trailers();
    return this;
  }

  /** A stream, of whose end no more than the outcome is known. */
  AccessEntry ended(Response response, Outcome how) {
    code = how == Outcome.OK ? Code.OK : null;
    outcome = how;
    answered = response.headers();
    return this;
  }

  String line(long now) {
    StringBuilder out = new StringBuilder(200);
    if (!Exempt.isNoCall(request)) {
      add(out, "method", request.operation().path());
    }
    Origin known = origin;
    add(out, "line", known.line());
    add(out, "protocol", known.protocol());
    add(out, "peer", peer(known.address()));
    add(out, "principal", known.principal() == null ? "" : known.principal().getName());
    add(out, "code", code == null ? "" : code.name());
    add(out, "outcome", outcome == null ? "" : outcome.name());
    add(out, "ms", millis(now - from));
    add(out, "id", id());
    return out.toString();
  }

  /** Of the answer if it has one: that was seen to be well formed. */
  private String id() {
    String told = answered.get(RequestIds.HEADER);
    String asked = told == null ? request.metadata().get(RequestIds.HEADER) : told;
    return asked == null ? "" : asked;
  }

  /** Without asking any name service. */
  private static String peer(@Nullable InetSocketAddress address) {
    if (address == null) {
      return "";
    }
    InetAddress resolved = address.getAddress();
    String host = resolved == null ? address.getHostString() : resolved.getHostAddress();
    return host.indexOf(':') < 0
        ? host + ":" + address.getPort()
        : "[" + host + "]:" + address.getPort();
  }

  private static String millis(long nanos) {
    long micros = Math.max(0, nanos) / 1_000;
    String fraction = String.valueOf(1_000 + micros % 1_000).substring(1);
    return micros / 1_000 + "." + fraction;
  }

  private static void add(StringBuilder out, String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return;
    }
    if (out.length() > 0) {
      out.append(' ');
    }
    out.append(name).append('=');
    boolean quoted = value.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '"' || c == '=');
    if (quoted) {
      out.append('"');
    }
    int end = Math.min(value.length(), MAX_VALUE_CHARS);
    for (int i = 0; i < end; i++) {
      escape(out, value.charAt(i));
    }
    if (end < value.length()) {
      out.append("...");
    }
    if (quoted) {
      out.append('"');
    }
  }

  private static void escape(StringBuilder out, char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ' || c > '~') {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }
}
