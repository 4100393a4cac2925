package dev.farcall.processor;

import dev.farcall.processor.analysis.Compilation;
import dev.farcall.processor.lock.Mode;
import dev.farcall.processor.lock.NotCompiled;
import dev.farcall.processor.lock.OrphanedLocks;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;

/** Looks for orphaned locks in the last round, if all went well so far. */
final class OrphanCheck implements NotCompiled {

  private final ProcessingEnvironment environment;
  private final Compilation compilation;

  OrphanCheck(ProcessingEnvironment environment, Compilation compilation) {
    this.environment = environment;
    this.compilation = compilation;
  }

  /**
   * The last round.
   *
   * @param declared the proto packages that were compiled
   */
  void end(RoundEnvironment round, Set<String> declared) {
    if (round.errorRaised()) {
      return;
    }
    Options options = Options.of(environment.getOptions());
    Optional<Mode> mode = options.mode().flatMap(Mode::named);
    LockFiles files = new LockFiles(environment.getFiler(), options.schema(), compilation::roots);
    Problems problems = new Problems();
    try {
      new OrphanedLocks(files, mode, declared, this, problems).tell();
    } catch (RuntimeException defect) {
      problems.add(Texts.crashed(Site.NONE, "the locks of the module", defect.toString()));
    }
    ProblemPrinter printer = new ProblemPrinter(environment.getMessager(), options);
    problems.all().forEach(printer::print);
  }

  @Override
  public boolean type(String javaName) {
    return compilation.leavesOut(javaName);
  }

  @Override
  public boolean schema(String javaPackage, String protoPackage) {
    return compilation.leavesOutSchema(javaPackage, protoPackage);
  }
}
