package dev.farcall.http;

import dev.farcall.call.Failure;
import dev.farcall.call.Payload;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of an answer as they are wanted. One is read ahead, so that the end is seen
 * before anybody asks for what is not there; then no more bytes are taken until it is wanted. Of
 * the event loop.
 */
final class AnswerStream {

  /** Who is told. */
  interface Receiver {
    /** An element that was wanted. */
    void element(Payload payload);

    /** The end, once; null if it is a good one. */
    void ended(@Nullable Failure failure);

    /** Whether nothing is to be told any more. */
    boolean isOver();
  }

  private final HttpClientResponse head;
  private final ElementReader reader;
  private final Receiver receiver;

  private int wanted;
  private ElementReader.@Nullable Element ahead;
  private ElementReader.@Nullable End end;
  private boolean allReceived;
  private boolean reading;
  private boolean paused;

  /**
   * @param wanted how many elements are wanted from the start
   */
  AnswerStream(HttpClientResponse head, ElementReader reader, Receiver receiver, int wanted) {
    this.head = head;
    this.reader = reader;
    this.receiver = receiver;
    this.wanted = wanted;
  }

  void open() {
    head.handler(this::more);
    head.endHandler(
        last -> {
          allReceived = true;
          read();
        });
  }

  /** So many more are wanted. */
  void request(int elements) {
    wanted += elements;
    read();
  }

  /** Whether nothing more comes. */
  boolean isAllReceived() {
    return allReceived;
  }

  /** The connection is gone; whether the stream had ended well before, and is told so. */
  boolean endsWell() {
    boolean well = end != null && end.failure() == null;
    if (well) {
      tell(end);
    }
    return well;
  }

  private void more(Buffer bytes) {
    if (!receiver.isOver()) {
      reader.add(bytes.getBytes());
      read();
    }
  }

  private void read() {
    if (reading) {
      return;
    }
    reading = true;
    try {
      while (!receiver.isOver() && step()) {}
    } finally {
      reading = false;
    }
    flow();
  }

  /** Whether there may be more to do. */
  private boolean step() {
    ElementReader.Element element = ahead;
    if (element != null) {
      if (wanted == 0) {
        return false;
      }
      wanted--;
      ahead = null;
      receiver.element(element.payload());
      return true;
    }
    ElementReader.Piece piece = reader.next();
    if (piece instanceof ElementReader.Element next) {
      ahead = next;
    } else if (piece instanceof ElementReader.End last) {
      end = last;
      if (last.failure() != null) {
        tell(last); // a good end waits for that of the body, before which more may come
      }
    } else if (allReceived) {
      tell(end == null ? reader.atEndOfBody() : end);
    } else {
      return false;
    }
    return true;
  }

  private void tell(ElementReader.@Nullable End last) {
    if (last != null && !receiver.isOver()) {
      receiver.ended(last.failure());
    }
  }

  private void flow() {
    boolean full = ahead != null && wanted == 0 && !receiver.isOver();
    if (full == paused || allReceived) {
      return;
    }
    paused = full;
    if (paused) {
      head.pause();
    } else {
      head.resume();
    }
  }
}
