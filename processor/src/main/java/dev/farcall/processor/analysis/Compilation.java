package dev.farcall.processor.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The compiler's utilities, and which types are this module's own. */
public final class Compilation {

  private final ProcessingEnvironment environment;
  private final Set<String> roots = new HashSet<>();
  private final Set<String> written = new HashSet<>();
  private final Map<String, Boolean> local = new HashMap<>();

  public Compilation(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** Adds the types that a round compiles. */
  public void addRoots(Set<? extends Element> elements) {
    for (Element element : elements) {
      if (element instanceof TypeElement type) {
        roots.add(type.getQualifiedName().toString());
      }
    }
    local.clear();
  }

  /** The names of the types that are compiled, without those nested in others. */
  public Set<String> roots() {
    return Set.copyOf(roots);
  }

  /** Whether there is a type of that name, and it is not compiled now. */
  public boolean leavesOut(String name) {
    TypeElement type = find(name);
    return type != null && !isRoot(type);
  }

  /** Whether there is the generated class of a schema, and it is not made now. */
  public boolean leavesOutSchema(String javaPackage, String protoPackage) {
    return leavesOut(SchemaDraft.schemaClass(javaPackage, protoPackage).canonicalName());
  }

  /** Remembers that the file of a proto package has been written. */
  public void written(String path) {
    written.add(path);
  }

  /** Whether an earlier round has written the file of a proto package. */
  boolean isWritten(String path) {
    return written.contains(path);
  }

  ProcessingEnvironment environment() {
    return environment;
  }

  Elements elements() {
    return environment.getElementUtils();
  }

  Types types() {
    return environment.getTypeUtils();
  }

  Filer filer() {
    return environment.getFiler();
  }

  @Nullable TypeElement find(String name) {
    return elements().getTypeElement(name);
  }

  String packageOf(Element element) {
    return elements().getPackageOf(element).getQualifiedName().toString();
  }

  /**
   * Whether a type is this module's: it is compiled now, or it was and lies in the class output, as
   * in an incremental build that hands in class files.
   */
  boolean isLocal(TypeElement type) {
    TypeElement outermost = outermost(type);
    String name = outermost.getQualifiedName().toString();
    return roots.contains(name) || local.computeIfAbsent(name, key -> isInOutput(outermost));
  }

  /** Whether a type is compiled from source in this compilation, or handed to it by name. */
  boolean isRoot(TypeElement type) {
    return roots.contains(outermost(type).getQualifiedName().toString());
  }

  private boolean isInOutput(TypeElement outermost) {
    String file = outermost.getSimpleName() + ".class";
    try (InputStream found =
        filer()
            .getResource(StandardLocation.CLASS_OUTPUT, packageOf(outermost), file)
            .openInputStream()) {
      return found.read() >= 0;
    } catch (IOException | RuntimeException absent) {
      return false;
    }
  }

  /** The type around a type that is nested in nothing. */
  static TypeElement outermost(TypeElement type) {
    TypeElement outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement encloser) {
      outermost = encloser;
    }
    return outermost;
  }
}
