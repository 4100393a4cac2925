/** A service on one screen. */
@NullMarked
@Schema("hello.v1")
package dev.farcall.samples.hello;

import dev.farcall.annotation.Schema;
import org.jspecify.annotations.NullMarked;
