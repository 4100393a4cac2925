/** Streams from end to end, over every wire: the same contract, the same rules. */
package dev.farcall.grpc.streams;
