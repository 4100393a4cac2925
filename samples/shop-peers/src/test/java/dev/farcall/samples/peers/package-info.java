/** The shop and its peers: Java with protoc's classes, Node, buf. */
@NullMarked
package dev.farcall.samples.peers;

import org.jspecify.annotations.NullMarked;
