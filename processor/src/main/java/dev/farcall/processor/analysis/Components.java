package dev.farcall.processor.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The elements that a record component is: javac copies its annotations to those they fit. */
final class Components {

  private Components() {}

  /** The field first, whose line javac knows; the accessor, the component, the parameter. */
  static List<Element> places(RecordComponentElement component) {
    List<Element> places = new ArrayList<>();
    field(component).ifPresent(places::add);
    if (component.getAccessor() != null) {
      places.add(component.getAccessor());
    }
    places.add(component);
    TypeElement owner = Enclosing.typeOf(component);
    int index = owner.getRecordComponents().indexOf(component);
    ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
        .filter(constructor -> isCanonical(constructor.getParameters(), owner))
        .forEach(constructor -> places.add(constructor.getParameters().get(index)));
    return places;
  }

  /** The private field behind a component. */
  static Optional<Element> field(RecordComponentElement component) {
    for (Element each : Enclosing.typeOf(component).getEnclosedElements()) {
      if (each.getKind() == ElementKind.FIELD
          && each.getSimpleName().equals(component.getSimpleName())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
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
