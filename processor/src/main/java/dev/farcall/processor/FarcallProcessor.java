package dev.farcall.processor;

import com.google.auto.service.AutoService;
import dev.farcall.processor.analysis.Compilation;
import dev.farcall.processor.analysis.Roots;
import dev.farcall.processor.analysis.SchemaReader;
import dev.farcall.processor.analysis.UnresolvedTypeException;
import dev.farcall.processor.check.Checks;
import dev.farcall.processor.emit.Emitter;
import dev.farcall.processor.lock.Mode;
import dev.farcall.processor.lock.SchemaLocks;
import dev.farcall.processor.model.GuardedModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.TwinModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Reads the annotated types, checks them and writes what is generated for them, all in one round.
 * If a type they refer to does not exist yet, it waits for the round that makes it; if none does,
 * javac tells of the missing type.
 */
@AutoService(Processor.class)
public final class FarcallProcessor extends AbstractProcessor {

  private Compilation compilation;
  private Roots roots;

  /** The proto packages that were compiled. */
  private final Set<String> declared = new HashSet<>();

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    compilation = new Compilation(environment);
    roots = new Roots(compilation);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.farcall.annotation.*");
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
    roots.add(round);
    if (!round.processingOver() && !roots.isEmpty()) {
      read();
    } else if (round.processingOver() && roots.isEmpty()) { // all is read
      new OrphanCheck(processingEnv, compilation).end(round, declared);
    }
    return false;
  }

  private void read() {
    Problems problems = new Problems();
    String reading = roots.toString();
    try {
      SchemaReader reader = new SchemaReader(compilation, problems);
      List<SchemaModel> read = reader.read(roots);
      roots.clear();
      read.forEach(schema -> declared.add(schema.protoPackage()));
      Problems ofLocks = new Problems();
      SchemaLocks locks = locks(ofLocks);
      List<SchemaModel> schemas = locks.number(read);
      Checks.check(schemas, problems);
      if (problems.isClean()) {
        locks.compare(schemas);
      }
      if (problems.isClean() && ofLocks.isClean()) {
        locks.write();
      }
      ofLocks.all().forEach(problems::add);
      if (problems.isClean()) {
        List<SchemaModel> known = new ArrayList<>(schemas);
        reader.borrowed().stream().map(locks::numberForeign).forEach(known::add);
        schemas.forEach(schema -> write(schema, known, problems));
        reader.twins().forEach(twin -> write(locks.number(twin, schemas), problems));
        write(reader.guarded(), problems);
      }
    } catch (UnresolvedTypeException notYet) {
      return;
    } catch (RuntimeException defect) {
      problems.add(Texts.crashed(Site.NONE, reading, defect.toString()));
    }
    print(problems);
  }

  private SchemaLocks locks(Problems problems) {
    Options options = Options.of(processingEnv.getOptions());
    Optional<Mode> mode = options.mode().flatMap(Mode::named);
    if (mode.isEmpty()) {
      options.mode().ifPresent(name -> problems.add(Texts.badMode(Site.NONE, name)));
    }
    return new SchemaLocks(
        new LockFiles(processingEnv.getFiler(), options.schema(), compilation::roots),
        mode,
        options.schema().isPresent(),
        Emitter::proto,
        roots::leaveOut,
        problems);
  }

  private void write(SchemaModel schema, List<SchemaModel> known, Problems problems) {
    SourceWriter writer = new SourceWriter(processingEnv.getFiler(), problems);
    try {
      Emitter.emit(schema, known).forEach(writer::write);
      compilation.written(schema.path());
    } catch (RuntimeException defect) {
      problems.add(
          Texts.crashed(Site.NONE, "proto package " + schema.protoPackage(), defect.toString()));
    }
  }

  private void write(TwinModel twin, Problems problems) {
    SourceWriter writer = new SourceWriter(processingEnv.getFiler(), problems);
    try {
      Emitter.emit(twin).forEach(writer::write);
    } catch (RuntimeException defect) {
      problems.add(Texts.crashed(Site.NONE, twin.twin().javaType().toString(), defect.toString()));
    }
  }

  private void write(List<GuardedModel> guarded, Problems problems) {
    SourceWriter writer = new SourceWriter(processingEnv.getFiler(), problems);
    for (GuardedModel each : guarded) {
      Checks.check(each, problems);
      try {
        writer.write(Emitter.emit(each));
      } catch (RuntimeException defect) {
        problems.add(Texts.crashed(Site.NONE, each.javaType().toString(), defect.toString()));
      }
    }
  }

  private void print(Problems problems) {
    ProblemPrinter printer =
        new ProblemPrinter(processingEnv.getMessager(), Options.of(processingEnv.getOptions()));
    problems.all().forEach(printer::print);
  }
}
