package dev.farcall.processor.model;

/** One member of a sealed interface. */
public record CaseModel(String protoName, int number, ValueType.Message type, Site site) {}
