package dev.farcall.processor;

import com.google.auto.service.AutoService;
import dev.farcall.processor.analysis.Compilation;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Looks for orphaned locks in a module of which nothing is annotated by us any more, for which
 * javac does not call {@link FarcallProcessor}. That one does not ask for all annotations itself,
 * since Gradle compiles a module as a whole whose aggregating processor is given one of source
 * retention, as {@code Override} is. This one writes nothing.
 */
@AutoService(Processor.class)
public final class OrphanedLocksProcessor extends AbstractProcessor {

  private static final String OURS = "dev.farcall.annotation.";

  private Compilation compilation;
  private boolean ours;

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    compilation = new Compilation(environment);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    compilation.addRoots(round.getRootElements());
    ours |=
        annotations.stream().anyMatch(each -> each.getQualifiedName().toString().startsWith(OURS));
    if (round.processingOver() && !ours) {
      new OrphanCheck(processingEnv, compilation).end(round, Set.of());
    }
    return false;
  }
}
