package dev.farcall.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * The variable that a field is read into.
 *
 * @param expected reads the field if it is next
 * @param cases of the switch over tags
 * @param result what the constructor gets when all is read
 */
record Slot(
    int number,
    TypeName type,
    String name,
    CodeBlock initial,
    CodeBlock expected,
    CodeBlock cases,
    CodeBlock result) {}
