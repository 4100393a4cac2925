package dev.farcall.processor.analysis;

import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.TagModel;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeMirror;

/** Reads components and parameters as fields, whose numbers are given later. */
final class FieldReader {

  private static final Pattern JSON_NAME = Pattern.compile("[^\\p{Cntrl}\"\\\\\\[]{1,100}");

  private final Compilation compilation;
  private final Problems problems;
  private final TypeReader types;
  private final Tags tags;

  FieldReader(Compilation compilation, Problems problems, TypeReader types) {
    this.compilation = compilation;
    this.problems = problems;
    this.types = types;
    this.tags = new Tags(problems);
  }

  /** What becomes a field. */
  record Source(String name, TypeMirror type, Use use, String doc) {}

  /** The fields, in order; those that cannot be sent are told and left out. */
  List<FieldModel> read(List<Source> sources) {
    List<FieldModel> fields = new ArrayList<>();
    for (Source source : sources) {
      Use use = source.use();
      Optional<TagModel> tag = tags.ofField(use.mark(Annotations.TAG), use.label(), use.site());
      Shape shape = types.shape(source.type(), use);
      if (shape != null) {
        fields.add(field(source, shape, tag));
      }
    }
    return List.copyOf(fields);
  }

  private FieldModel field(Source source, Shape shape, Optional<TagModel> tag) {
    return new FieldModel(
        source.name(),
        Names.snake(source.name()),
        jsonName(source),
        0,
        tag,
        TypeName.get(source.type()),
        shape,
        formerNames(source.use()),
        source.doc(),
        compilation.elements().isDeprecated(source.use().annotated().get(0)),
        source.use().site());
  }

  /** That of the query, for a parameter that has one: the schema knows one name in JSON. */
  private String jsonName(Source source) {
    Optional<String> inQuery =
        source
            .use()
            .mark(Annotations.QUERY)
            .map(mark -> mark.text("value"))
            .filter(name -> !name.isEmpty());
    if (inQuery.isPresent()) {
      return inQuery.get();
    }
    Optional<Mark> named = source.use().mark(Annotations.JSON);
    if (named.isEmpty()) {
      return source.name();
    }
    String name = named.get().text("value");
    if (!JSON_NAME.matcher(name).matches()) {
      problems.add(
          Texts.badJsonName(
              source.use().scope().site(named.get().site("value")), name, source.use().label()));
      return source.name();
    }
    return name;
  }

  private static List<String> formerNames(Use use) {
    return use.mark(Annotations.WAS).map(FormerNames::of).orElse(List.of()).stream()
        .map(Names::snake)
        .toList();
  }
}
