package dev.farcall.processor.lock;

/** What javac finds, and does not compile now. */
public interface NotCompiled {

  /** Whether there is a type of that Java name, and it is not compiled now. */
  boolean type(String javaName);

  /** Whether there is the generated class of that schema, and it is not made now. */
  boolean schema(String javaPackage, String protoPackage);
}
