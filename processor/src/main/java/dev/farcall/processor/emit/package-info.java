/**
 * Writes what a {@link dev.farcall.processor.model.SchemaModel} says as sources and resources.
 * Start at {@link dev.farcall.processor.emit.Emitter}; each kind of file has its emitter. Nothing
 * is checked here: a model that arrives is right. No {@code javax.lang.model}; the caller writes
 * the files.
 */
@NullMarked
package dev.farcall.processor.emit;

import org.jspecify.annotations.NullMarked;
