/**
 * Checking: from the finished {@linkplain dev.farcall.processor.model model} to problems, one rule
 * a file. {@link dev.farcall.processor.check.Checks} lists them.
 */
@NullMarked
package dev.farcall.processor.check;

import org.jspecify.annotations.NullMarked;
