package dev.farcall.grpc.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Holds books in memory. */
final class Shelves implements Library {

  private final List<Book> books = new ArrayList<>();

  @Override
  public synchronized Book find(String isbn) throws NotHeld {
    for (Book book : books) {
      if (book.isbn().equals(isbn)) {
        return book;
      }
    }
    throw new NotHeld(isbn);
  }

  @Override
  public synchronized CompletionStage<Book> add(Book book) {
    books.add(book);
    return CompletableFuture.completedFuture(book);
  }

  @Override
  public synchronized List<String> isbns(String reader) {
    if (reader.isEmpty()) {
      throw new IllegalArgumentException("who asks?");
    }
    return books.stream().map(book -> reader + " may read " + book.isbn()).toList();
  }

  @Override
  public synchronized Optional<Book> latest() {
    return books.isEmpty() ? Optional.empty() : Optional.of(books.get(books.size() - 1));
  }
}
