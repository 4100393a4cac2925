package dev.farcall.processor.analysis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The strings with which a source of protoc fills its {@code descriptorData}, as one. They need
 * javac's own view of a source, which a build tool may hide.
 */
final class SourceStrings {

  private SourceStrings() {}

  /** The strings; empty if the class is not compiled from source, or its source cannot be seen. */
  static Optional<List<String>> of(TypeElement type, Compilation compilation) {
    ClassTree tree;
    try {
      tree = Trees.instance(compilation.environment()).getTree(type);
    } catch (IllegalArgumentException notJavac) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    new DescriptorData().scan(tree, text);
    return text.isEmpty() ? Optional.empty() : Optional.of(List.of(text.toString()));
  }

  private static final class DescriptorData extends TreeScanner<@Nullable Void, StringBuilder> {

    @Override
    public @Nullable Void visitVariable(VariableTree variable, StringBuilder text) {
      if (variable.getName().contentEquals("descriptorData")
          && variable.getInitializer() instanceof NewArrayTree array) {
        new Literals().scan(array.getInitializers(), text);
      }
      return super.visitVariable(variable, text);
    }
  }

  private static final class Literals extends TreeScanner<@Nullable Void, StringBuilder> {

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, StringBuilder text) {
      if (literal.getValue() instanceof String part) {
        text.append(part);
      }
      return super.visitLiteral(literal, text);
    }
  }
}
