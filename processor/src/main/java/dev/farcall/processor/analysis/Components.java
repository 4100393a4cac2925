package dev.farcall.processor.analysis;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The elements that a record component is: javac copies its annotations to those they fit. */
final class Components {

  private Components() {}

  /** The component itself first, its accessor, its field and its constructor's parameter. */
  static List<Element> places(RecordComponentElement component) {
    List<Element> places = new ArrayList<>();
    places.add(component);
    if (component.getAccessor() != null) {
      places.add(component.getAccessor());
    }
    TypeElement owner = Enclosing.typeOf(component);
    for (Element each : owner.getEnclosedElements()) {
      if (each.getKind() == ElementKind.FIELD
          && each.getSimpleName().equals(component.getSimpleName())) {
        places.add(each);
      }
    }
    int index = owner.getRecordComponents().indexOf(component);
    ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
        .filter(constructor -> isCanonical(constructor.getParameters(), owner))
        .forEach(constructor -> places.add(constructor.getParameters().get(index)));
    return places;
  }

  private static boolean isCanonical(List<? extends Element> parameters, TypeElement owner) {
    List<? extends RecordComponentElement> components = owner.getRecordComponents();
    if (parameters.size() != components.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (!parameters.get(i).asType().toString().equals(components.get(i).asType().toString())) {
        return false;
      }
    }
    return true;
  }
}
