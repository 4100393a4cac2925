package dev.farcall.http;

import dev.farcall.call.Failure;
import dev.farcall.call.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Takes the elements of a stream out of the bytes of an answer, one by one and only when asked, so
 * that its caller may stop between two of them. Not for several threads.
 */
interface ElementReader {

  /** The next bytes; the array is not copied. */
  void add(byte[] bytes);

  /**
   * What comes next; null if that is not there as a whole. After an end there is nothing, or
   * another end that says better why the stream failed.
   */
  @Nullable Piece next();

  /** What it means that the body ends here, after all pieces and without an end among them. */
  End atEndOfBody();

  /** An element or the end. */
  sealed interface Piece {}

  /** One of the elements. */
  record Element(Payload payload) implements Piece {}

  /**
   * No element follows.
   *
   * @param failure null if the stream ended well
   */
  record End(@Nullable Failure failure) implements Piece {
    static final End WELL = new End(null);
  }
}
