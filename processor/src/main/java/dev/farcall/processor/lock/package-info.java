/**
 * The contract as it was released, and what a compilation would make of it.
 *
 * <p>The {@code .proto} file that we write is kept beside the sources, under version control: it is
 * the <em>lock</em>. {@link dev.farcall.processor.lock.LockParser} reads it, {@link
 * dev.farcall.processor.lock.LockFile} is what it says.
 */
@NullMarked
package dev.farcall.processor.lock;

import org.jspecify.annotations.NullMarked;
