/**
 * Values to protobuf and JSON and back, for generated codecs and a few written by hand. {@link
 * dev.farcall.wire.MessageCodec} is one message; it writes with a {@link
 * dev.farcall.wire.ProtobufWriter} or {@link dev.farcall.wire.JsonWriter} and reads with a {@link
 * dev.farcall.wire.ProtobufReader} or {@link dev.farcall.wire.JsonReader}, which hold all rules of
 * the format and all bounds on what a peer's bytes may cost. {@link dev.farcall.wire.WireValues}
 * has the forms of the JDK's types.
 *
 * <p>Knows nothing but the JDK.
 */
@NullMarked
package dev.farcall.wire;

import org.jspecify.annotations.NullMarked;
