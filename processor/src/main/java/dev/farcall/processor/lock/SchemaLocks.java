package dev.farcall.processor.lock;

import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.Problem;
import dev.farcall.processor.model.Problem.Severity;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.TwinModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The locks of a compilation: numbers come from them, and differences from them are told or
 * written. First {@link #number}, then {@link #compare}, and {@link #write} if all went well.
 */
public final class SchemaLocks {

  private final LockStore store;
  private final Optional<Mode> mode;
  private final Function<SchemaModel, String> printer;
  private final Predicate<String> leftOut;
  private final Problems problems;
  private final Map<String, LockFile> locks = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private final IdentityHashMap<FieldModel, FieldModel> numbered = new IdentityHashMap<>();
  private final List<Pending> toWrite = new ArrayList<>();
  private boolean optedIn;

  /** A lock that is to be written, and what is told of it. */
  private record Pending(SchemaModel schema, String changes) {}

  /**
   * @param mode as given, if it is
   * @param optedIn whether the module has said that it keeps locks, or where
   * @param printer writes the {@code .proto} file of a schema
   * @param leftOut whether there is a service of that Java name, and it is not compiled now
   */
  public SchemaLocks(
      LockStore store,
      Optional<Mode> mode,
      boolean optedIn,
      Function<SchemaModel, String> printer,
      Predicate<String> leftOut,
      Problems problems) {
    this.store = store;
    this.mode = mode;
    this.optedIn = optedIn;
    this.printer = printer;
    this.leftOut = leftOut;
    this.problems = problems;
  }

  /** The schemas with numbers. */
  public List<SchemaModel> number(List<SchemaModel> schemas) {
    schemas.forEach(this::read);
    optedIn |= !locks.isEmpty() || !broken.isEmpty();
    List<SchemaModel> given = new ArrayList<>();
    for (SchemaModel schema : schemas) {
      Problems contradictions = new Problems();
      given.add(give(schema, ownFirst(schema), mayBeMixed(schema), contradictions));
      contradictions.all().forEach(problems::add);
      if (!contradictions.isClean()) {
        broken.add(schema.path());
      }
    }
    RouteNumbers routes = new RouteNumbers(numbered);
    return given.stream()
        .map(
            schema ->
                schema.with(
                    schema.services().stream().map(routes::of).toList(),
                    schema.messages(),
                    schema.enums()))
        .toList();
  }

  /** What belongs to other modules: its numbers are given there and do not matter here. */
  public SchemaModel numberForeign(SchemaModel schema) {
    return give(schema, List.of(), true, new Problems());
  }

  /** A twin whose service is one of these. */
  public TwinModel number(TwinModel twin, List<SchemaModel> schemas) {
    SchemaModel schema =
        schemas.stream()
            .filter(each -> each.path().equals(twin.schema().path()))
            .findFirst()
            .orElseGet(() -> numberForeign(twin.schema()));
    RouteNumbers routes = new RouteNumbers(numbered);
    ServiceModel service = routes.of(twin.service());
    return new TwinModel(routes.of(twin.twin()), service, schema);
  }

  private SchemaModel give(SchemaModel schema, List<LockFile> known, boolean mixed, Problems told) {
    Numbers numbers = new Numbers(told);
    SchemaModel given = numbers.give(schema, known, mixed);
    numbered.putAll(numbers.changed());
    return given;
  }

  private List<LockFile> ownFirst(SchemaModel schema) {
    List<LockFile> ordered = new ArrayList<>();
    LockFile own = locks.get(schema.path());
    if (own != null) {
      ordered.add(own);
    }
    locks.values().stream().filter(each -> !each.equals(own)).forEach(ordered::add);
    return ordered;
  }

  private boolean mayBeMixed(SchemaModel schema) {
    return locks.containsKey(schema.path())
        || broken.contains(schema.path())
        || mode.filter(Mode::writes).isPresent();
  }

  private void read(SchemaModel schema) {
    try {
      store.find(schema).ifPresent(stored -> read(schema, stored));
    } catch (LockStore.UnreadableException unreadable) {
      problems.add(Texts.unreadableLock(Sites.anyOf(schema), unreadable.found()));
      broken.add(schema.path());
    }
  }

  private void read(SchemaModel schema, LockStore.Stored stored) {
    Site site = Sites.anyOf(schema);
    try {
      LockFile file = LockParser.parse(stored.shownAs(), stored.text());
      List<String> merges = Merges.in(file);
      merges.forEach(found -> problems.add(Texts.unresolvedMerge(site, found)));
      if (!file.protoPackage().equals(schema.protoPackage())) {
        if (mode.filter(Mode.UPDATE_BREAKING::equals).isPresent()) {
          return; // it is written anew
        }
        problems.add(
            Texts.packageMoved(site, stored.shownAs(), file.protoPackage(), schema.protoPackage()));
        broken.add(schema.path());
      } else if (merges.isEmpty()) {
        locks.put(schema.path(), file);
        texts.put(schema.path(), stored.text().replace("\r\n", "\n"));
      } else {
        broken.add(schema.path());
      }
    } catch (LockSyntaxException malformed) {
      problems.add(
          malformed.isMerge()
              ? Texts.unresolvedMerge(site, malformed.what())
              : Texts.unreadableLock(site, malformed.what()));
      broken.add(schema.path());
    }
  }

  /** Tells all differences that may not be recorded, and remembers what is to be written. */
  public void compare(List<SchemaModel> schemas) {
    if (mode.filter(Mode.OFF::equals).isPresent()) {
      return;
    }
    Pairs pairs = new Pairs(schemas, List.copyOf(locks.values()));
    for (SchemaModel schema : schemas) {
      LockFile lock = locks.get(schema.path());
      if (broken.contains(schema.path())) {
        continue; // what follows from that is no news
      }
      if (lock == null) {
        unlocked(schema, schemas);
      } else {
        compare(schema, lock, pairs);
      }
    }
  }

  private void unlocked(SchemaModel schema, List<SchemaModel> all) {
    Optional<LockFile> former =
        mode.filter(Mode.UPDATE_BREAKING::equals).isPresent()
            ? Optional.empty()
            : FormerLock.of(schema, all, store.around(schema));
    if (former.isPresent()) {
      problems.add(
          Texts.packageMoved(
              Sites.anyOf(schema),
              former.get().shownAs(),
              former.get().protoPackage(),
              schema.protoPackage()));
      return;
    }
    if (mode.filter(Mode::writes).isPresent()) {
      toWrite.add(new Pending(schema, ""));
      return;
    }
    Severity severity =
        mode.isPresent() ? Severity.ERROR : optedIn ? Severity.WARNING : Severity.NOTE;
    problems.add(Texts.unlocked(Sites.anyOf(schema), schema.protoPackage(), severity));
  }

  /** Whether something is not compiled, which must not be taken for removed. */
  private boolean isInPart(SchemaModel schema, LockFile lock) {
    String javaPackage = schema.schemaClass().packageName();
    boolean inPart = false;
    for (LockFile.Service service : lock.services()) {
      String simple = service.fullName().substring(service.fullName().lastIndexOf('.') + 1);
      String javaName = javaPackage + "." + simple;
      if (schema.services().stream().noneMatch(each -> each.fullName().equals(service.fullName()))
          && leftOut.test(javaName)) {
        problems.add(Texts.serviceLeftOut(Sites.anyOf(schema), service.fullName(), javaName));
        inPart = true;
      }
    }
    return inPart;
  }

  private void compare(SchemaModel schema, LockFile lock, Pairs pairs) {
    if (isInPart(schema, lock)) {
      return;
    }
    Mode effective = mode.orElse(Mode.CHECK);
    List<Change> changes =
        Comparison.of(lock, parse(schema), List.copyOf(locks.values()), new Sites(schema), pairs);
    List<Change> compatible = new ArrayList<>();
    for (Change change : changes) {
      Optional<Problem> problem = change.problem();
      if (problem.isPresent() && !change.isAllowedBy(effective)) {
        problems.add(problem.get());
      } else {
        compatible.add(change);
      }
    }
    if (effective.writes()) {
      toWrite.add(new Pending(schema, lines(compatible)));
    } else if (!compatible.isEmpty()) {
      problems.add(
          Texts.unrecorded(
              compatible.get(0).site(), schema.protoPackage(), lock.shownAs(), lines(compatible)));
    }
  }

  private LockFile parse(SchemaModel schema) {
    try {
      return LockParser.parse(schema.path(), printer.apply(schema));
    } catch (LockSyntaxException defect) {
      throw new IllegalStateException(defect.what(), defect);
    }
  }

  private static String lines(List<Change> changes) {
    StringBuilder lines = new StringBuilder();
    changes.forEach(each -> lines.append("\n    ").append(each.line()));
    return lines.toString();
  }

  /** Writes what is to be written. */
  public void write() {
    toWrite.forEach(each -> write(each.schema(), each.changes()));
  }

  private void write(SchemaModel schema, String changes) {
    String text = printer.apply(schema);
    if (text.equals(texts.get(schema.path()))) {
      return;
    }
    Site site = Sites.anyOf(schema);
    try {
      problems.add(Texts.recorded(site, store.write(schema, text), changes));
    } catch (LockStore.NowhereException nowhere) {
      problems.add(Texts.nowhereToWrite(site, schema.protoPackage(), nowhere.found()));
    }
  }
}
