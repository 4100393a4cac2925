package dev.farcall.spi;

import dev.farcall.security.Tls;
import dev.farcall.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * What a connection asks of its transport.
 *
 * @param tls null for plain text
 * @param maxMessageBytes of one message each way, after decompression
 * @param gzip whether requests are compressed; answers may always be
 * @param time the clock and timer
 */
public record TransportOptions(@Nullable Tls tls, int maxMessageBytes, boolean gzip, Time time) {}
