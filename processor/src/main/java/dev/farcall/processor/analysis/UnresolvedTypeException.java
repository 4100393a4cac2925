package dev.farcall.processor.analysis;

/**
 * A type does not exist: another processor may yet make it, or javac will say that it is missing.
 */
public final class UnresolvedTypeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnresolvedTypeException(String type) {
    super(type, null, false, false);
  }
}
