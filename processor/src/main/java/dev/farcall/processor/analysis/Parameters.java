package dev.farcall.processor.analysis;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Whether a class file kept the names of parameters. */
final class Parameters {

  private Parameters() {}

  /**
   * Whether the names are javac's stand-ins {@code arg0, arg1} for names that a class file lacks.
   */
  static boolean areNameless(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.get(i).getSimpleName().contentEquals("arg" + i)) {
        return false;
      }
    }
    return !parameters.isEmpty();
  }
}
