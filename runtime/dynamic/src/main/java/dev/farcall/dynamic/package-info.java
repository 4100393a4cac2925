/**
 * The policies of {@code dev.farcall.annotation} around interfaces and open classes that were
 * compiled without Farcall's processor: {@link dev.farcall.dynamic.Resilient} makes at run time
 * what the processor writes at compile time. It makes no clients of remote services: their codecs
 * are the processor's work.
 */
@NullMarked
package dev.farcall.dynamic;

import org.jspecify.annotations.NullMarked;
