/** The injected clock and timer: {@link dev.farcall.time.Time}. Knows nothing else of Farcall. */
@NullMarked
package dev.farcall.time;

import org.jspecify.annotations.NullMarked;
