package dev.farcall.processor.model;

/** A number that {@code @Tag} pins, and where it is written. */
public record TagModel(int number, Site site) {}
