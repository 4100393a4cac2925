package lib;

/** A message without the class of its file. */
public abstract class Orphan implements com.google.protobuf.Message {}
