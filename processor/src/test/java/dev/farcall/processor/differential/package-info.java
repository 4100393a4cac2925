/**
 * The differential test of generated codecs: sample types that cover the whole table are compiled
 * by javac with the processor, random values of them go through the codec and, by their names
 * alone, through protobuf-java's {@code DynamicMessage} of the emitted descriptor. Seeds are fixed.
 */
package dev.farcall.processor.differential;
