package dev.farcall.processor.emit;

import com.palantir.javapoet.JavaFile;
import dev.farcall.processor.model.Site;

/** A file to be written by the processor's filer. */
public sealed interface GeneratedFile {

  /** What in the source it was made for, or {@link Site#NONE} if for the whole schema. */
  Site site();

  /** A Java source. */
  record Source(JavaFile file, Site site) implements GeneratedFile {}

  /**
   * A file beside the classes.
   *
   * @param path from the root of the class output, as in {@code shop/users/v1/users.proto}
   */
  record Resource(String path, String text, Site site) implements GeneratedFile {}
}
