/**
 * The annotation processor: from interfaces, records and enums to clients, dispatchers, codecs and
 * schemas.
 *
 * <p>A compilation goes through three steps, each a value in and a value out: {@linkplain
 * dev.farcall.processor.analysis reading} makes the {@linkplain dev.farcall.processor.model model}
 * of what javac shows, {@linkplain dev.farcall.processor.check checking} judges it, and {@linkplain
 * dev.farcall.processor.emit emitting} turns it into text. The three do not know each other. {@link
 * dev.farcall.processor.FarcallProcessor} connects them and is what javac sees; for a module of
 * which nothing is ours any more there is {@link dev.farcall.processor.OrphanedLocksProcessor}.
 *
 * <p>Whatever is wrong with a compilation is told at once, each problem at the place it concerns,
 * with an id that {@code ERRORS.md} explains; then nothing is generated. All texts are in {@link
 * dev.farcall.processor.model.Texts}.
 */
@NullMarked
package dev.farcall.processor;

import org.jspecify.annotations.NullMarked;
