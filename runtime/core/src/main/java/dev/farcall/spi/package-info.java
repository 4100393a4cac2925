/** What a transport implements to be found and driven by the door. */
@NullMarked
package dev.farcall.spi;

import org.jspecify.annotations.NullMarked;
