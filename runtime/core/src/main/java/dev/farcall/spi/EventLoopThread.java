package dev.farcall.spi;

/**
 * Marks the threads of a transport's event loop, which must never wait: a blocking call on one of
 * them is refused at once.
 */
public interface EventLoopThread {}
