package dev.farcall.processor.check;

import dev.farcall.processor.model.ImportModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Files do not import each other in a circle: protobuf refuses that. */
final class AcyclicPackages implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    Map<String, SchemaModel> byPath = new LinkedHashMap<>();
    schemas.forEach(schema -> byPath.put(schema.path(), schema));
    Set<String> done = new HashSet<>();
    for (SchemaModel schema : schemas) {
      visit(schema, byPath, new ArrayList<>(), done, problems);
    }
  }

  private static void visit(
      SchemaModel schema,
      Map<String, SchemaModel> byPath,
      List<SchemaModel> path,
      Set<String> done,
      Problems problems) {
    int start = path.indexOf(schema);
    if (start >= 0) {
      tell(path.subList(start, path.size()), problems);
      return;
    }
    if (done.contains(schema.path())) {
      return;
    }
    path.add(schema);
    for (ImportModel each : schema.imports()) {
      SchemaModel imported = byPath.get(each.path());
      if (imported != null && !imported.equals(schema)) {
        visit(imported, byPath, path, done, problems);
      }
    }
    path.remove(schema);
    done.add(schema.path());
  }

  private static void tell(List<SchemaModel> cycle, Problems problems) {
    List<String> names = new ArrayList<>(cycle.stream().map(SchemaModel::protoPackage).toList());
    names.add(names.get(0));
    problems.add(Texts.cyclicPackages(site(cycle.get(0)), String.join(" -> ", names)));
  }

  private static Site site(SchemaModel schema) {
    return Stream.of(
            schema.services().stream().map(service -> service.site()),
            schema.messages().stream().map(message -> message.site()),
            schema.enums().stream().map(model -> model.site()))
        .flatMap(sites -> sites)
        .findFirst()
        .orElse(Site.NONE);
  }
}
