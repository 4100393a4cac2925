/** Over real sockets: what a port of HTTP answers to clients in good faith and to others. */
@NullMarked
package dev.farcall.http;

import org.jspecify.annotations.NullMarked;
