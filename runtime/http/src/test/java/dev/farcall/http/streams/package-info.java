/** The contract of streams, and the rules of Reactive Streams, over the wires of HTTP. */
package dev.farcall.http.streams;
