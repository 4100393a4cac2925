package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;

/** Where what is generated for a declaration goes. */
record Home(SchemaDraft draft, String javaPackage) {

  ClassName className(String simpleName) {
    return ClassName.get(javaPackage, simpleName);
  }

  String fullName(String protoName) {
    return draft.protoPackage() + "." + protoName;
  }
}
