package dev.farcall.grpc.library;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Header;
import dev.farcall.annotation.NonBlocking;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.RemoteError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Lends books. */
@Remote
public interface Library {

  /** A book that is held. */
  Book find(String isbn) throws NotHeld;

  /** Takes a book in. */
  CompletionStage<Book> add(Book book);

  /** The isbn of all books, for a reader. */
  @NonBlocking
  List<String> isbns(@Header("x-reader") String reader);

  /** The book that came last. */
  Optional<Book> latest();

  /** A book. */
  record Book(String isbn, List<Author> authors, Instant printed) {}

  /** Who wrote it. */
  record Author(String name) {}

  /** There is no such book. */
  @RemoteError(code = Code.NOT_FOUND)
  final class NotHeld extends Exception {
    private static final long serialVersionUID = 1L;

    private final String isbn;

    public NotHeld(String isbn) {
      super(isbn + " is not held");
      this.isbn = isbn;
    }

    public String isbn() {
      return isbn;
    }
  }
}
