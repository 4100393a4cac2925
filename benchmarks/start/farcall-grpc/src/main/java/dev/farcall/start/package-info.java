/** Starts, answers a call, and waits. */
@Schema("hello.v1")
package dev.farcall.start;

import dev.farcall.annotation.Schema;
