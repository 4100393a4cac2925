package dev.farcall.intercept;

import dev.farcall.call.Channel;
import dev.farcall.call.Metadata;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.spi.Interceptor;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives each request an id, under which logs of many machines speak of the same thing. The caller's
 * own {@code x-request-id} is taken if it has 1 to 128 letters, digits and {@code -_.:+/=}; else
 * one is made. The implementation finds it in its {@code CallContext.metadata()}; the caller gets
 * it back in the headers, or, of a call that has failed, in the trailers.
 */
public final class RequestIds implements Interceptor {

  /** The name of the header. */
  public static final String HEADER = "x-request-id";

  private static final int MAX_LENGTH = 128;

  private final boolean passOn;

  /** Ids that stay on this server. */
  public RequestIds() {
    this(false);
  }

  private RequestIds(boolean passOn) {
    this.passOn = passOn;
  }

  /** The same; calls that are made to answer a call carry its id, too. */
  public RequestIds passOn() {
    return new RequestIds(true);
  }

  @Override
  public CompletionStage<Response> intercept(Request request, Channel next) {
    String given = request.metadata().get(HEADER);
    String id = given != null && isWellFormed(given) ? given : create();
    Metadata header = Metadata.of(HEADER, id);
    Request known = request.withMetadata(request.metadata().without(HEADER).with(HEADER, id));
    if (passOn) {
      known = known.withPassedOn(known.passedOn().without(HEADER).with(HEADER, id));
    }
    return next.send(known).thenApply(response -> response.plusHeaders(header));
  }

  /** 128 random bits; for people to look up, not a secret. */
  private static String create() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }

  private static boolean isWellFormed(String id) {
    if (id.isEmpty() || id.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "-_.:+/=".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return passOn ? "request ids, passed on" : "request ids";
  }
}
