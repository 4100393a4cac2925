package dev.farcall.processor.analysis;

import dev.farcall.policy.Attributes;
import dev.farcall.policy.BadSetting;
import dev.farcall.policy.Finding;
import dev.farcall.policy.Policies;
import dev.farcall.policy.PolicyLint;
import dev.farcall.policy.Setting;
import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.StreamForm;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the policies of a method: its own annotation, else that of the service, else that of the
 * super-interface that declares it. What they say is made into settings, and what becomes of those
 * is for the library to judge, which does so again when configuration changes them.
 */
final class PolicyReader {

  private final Problems problems;

  PolicyReader(Problems problems) {
    this.problems = problems;
  }

  /** What the annotations say. */
  record MethodPolicies(Settings settings, boolean detached, boolean nonBlocking) {}

  /**
   * Whose policies are read.
   *
   * @param label as in {@code OrderService.get}
   * @param via for what other modules declare, whose lines cannot be shown: where it is used
   * @param type the method as a member of its interface
   * @param local whether it is called in this process: it has no limit of time unless one is said
   */
  record Subject(String label, @Nullable Site via, ExecutableType type, boolean local) {

    Site site(JavacSite site) {
      return via == null ? site : via;
    }
  }

  /**
   * Where the policies of a method are said, what is closest first.
   *
   * @param own the method and its interfaces, of which is told what is wrong
   * @param inherited of a twin: the same of the method that it is in another shape
   */
  record Places(ExecutableElement method, List<Element> own, List<Element> inherited) {

    static Places of(ExecutableElement method, TypeElement service) {
      return new Places(method, List.of(method, service, method.getEnclosingElement()), List.of());
    }

    Places inheriting(Places original) {
      return new Places(method, own, original.own());
    }

    Optional<Mark> mark(String annotation) {
      return Mark.on(own, annotation).or(() -> Mark.on(inherited, annotation));
    }

    /** Whether it stands on a method, and so is meant for it. */
    static boolean isOnMethod(Mark mark) {
      return mark.element() instanceof ExecutableElement;
    }
  }

  /** Where an attribute was said. */
  private record Place(Mark mark, String member) {}

  MethodPolicies read(Places places, Subject subject, Traits traits) {
    Map<String, Place> said = new LinkedHashMap<>();
    for (String annotation : Annotations.POLICIES) {
      places
          .mark(annotation)
          .filter(mark -> traits.repeatable() || Places.isOnMethod(mark) || !repeats(annotation))
          .ifPresent(mark -> note(mark, Places.isOnMethod(mark) || traits.responseStream(), said));
    }
    Settings settings = settings(said);
    if (said.values().stream().anyMatch(place -> isOwn(place, places))) {
      judge(settings, said, subject, traits);
    }
    refuseNonBlocking(places.method(), subject);
    return new MethodPolicies(
        settings,
        places.mark(Annotations.DEADLINE).map(mark -> mark.flag("detach")).orElse(false),
        Mark.on(places.own(), Annotations.NON_BLOCKING).isPresent());
  }

  private static boolean isOwn(Place place, Places places) {
    return places.own().contains(place.mark().element());
  }

  /** Whether it sends calls again: on a type, it is meant for those methods that allow it. */
  private static boolean repeats(String annotation) {
    return annotation.equals(Annotations.RETRY) || annotation.equals(Annotations.HEDGE);
  }

  /**
   * Notes what an annotation says.
   *
   * @param streams whether its limit of streams is meant for the method: on a type, it is for those
   *     that answer by one
   */
  private static void note(Mark mark, boolean streams, Map<String, Place> said) {
    String policy = Attributes.kebab(mark.simpleName());
    for (String member : mark.written()) {
      if (streams || !member.equals("stream")) {
        said.put(policy + "." + Attributes.kebab(member), new Place(mark, member));
      }
    }
    if (mark.written().isEmpty() && Attributes.all().contains(policy + ".enabled")) {
      said.put(policy + ".enabled", new Place(mark, ""));
    }
  }

  private static Settings settings(Map<String, Place> said) {
    List<String> texts = new ArrayList<>();
    said.forEach(
        (attribute, place) -> {
          texts.add(attribute);
          texts.add(place.member().isEmpty() ? "true" : place.mark().spelt(place.member()));
        });
    return Settings.annotated(texts.toArray(String[]::new));
  }

  /** Where no call leaves the process, none has a limit of time that nobody asked for. */
  private static Settings inContext(Settings settings, Subject subject) {
    return subject.local() && settings.get("timeout.value") == null
        ? settings.with("timeout.value", new Setting("0", Setting.Origin.DEFAULT, "default"))
        : settings;
  }

  private void judge(Settings settings, Map<String, Place> said, Subject subject, Traits traits) {
    List<BadSetting> bad = new ArrayList<>();
    Policies policies = Policies.read(inContext(settings, subject), traits, bad);
    for (BadSetting each : bad) {
      Place place = place(each.attribute(), said);
      problems.add(
          Texts.badSetting(
              site(place, subject),
              place.mark().simpleName(),
              label(place.mark(), subject),
              found(each),
              each.expected()));
    }
    for (Finding finding : PolicyLint.check(policies, traits)) {
      if (said.isEmpty() || (subject.local() && isUnlimited(finding, said))) {
        continue;
      }
      Place place = place(finding.attribute(), said);
      problems.add(
          Texts.contradiction(
              finding,
              site(place, subject),
              place.mark().simpleName(),
              label(place.mark(), subject)));
    }
  }

  /** Whether it tells of a limit that nobody asked for. */
  private static boolean isUnlimited(Finding finding, Map<String, Place> said) {
    return finding.attribute().equals("timeout.value") && !said.containsKey("timeout.value");
  }

  private static String found(BadSetting bad) {
    String attribute = bad.attribute().substring(bad.attribute().indexOf('.') + 1);
    return bad.setting().value().isEmpty()
        ? Attributes.camel(attribute) + " is missing"
        : Attributes.camel(attribute) + " = " + bad.setting().value();
  }

  /** Where an attribute was said, else where its policy was. */
  private static Place place(String attribute, Map<String, Place> said) {
    Place exact = said.get(attribute);
    if (exact != null) {
      return exact;
    }
    String policy = attribute.substring(0, attribute.indexOf('.') + 1);
    return said.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(policy))
        .findFirst()
        .map(entry -> new Place(entry.getValue().mark(), ""))
        .orElseThrow();
  }

  private static JavacSite siteOf(Place place) {
    return place.member().isEmpty() ? place.mark().site() : place.mark().site(place.member());
  }

  private static Site site(Place place, Subject subject) {
    return subject.site(siteOf(place));
  }

  private void refuseNonBlocking(ExecutableElement method, Subject subject) {
    Mark.on(method, Annotations.NON_BLOCKING)
        .ifPresent(
            mark ->
                blocking(subject.type())
                    .ifPresent(
                        reason ->
                            problems.add(
                                Texts.noEffect(
                                    subject.site(mark.site()),
                                    "NonBlocking",
                                    subject.label(),
                                    reason))));
  }

  /** Why it is known from its types alone whether a method waits, if it is. */
  private static Optional<String> blocking(ExecutableType type) {
    Reply reply = Shapes.reply(type.getReturnType());
    List<StreamForm> streams =
        type.getParameterTypes().stream().flatMap(each -> Shapes.stream(each).stream()).toList();
    if (reply == Reply.STREAM || streams.contains(StreamForm.STREAM)) {
      return Optional.of("a Stream is pulled by a thread that waits for it. Use Flow.Publisher");
    }
    if (reply != Reply.VALUE) {
      return Optional.of(
          "a method that returns a "
              + Shapes.spoken(type.getReturnType())
              + " is taken to be non-blocking. Remove it");
    }
    return streams.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the method waits for the end of the stream that it takes. Return CompletionStage");
  }

  private static String label(Mark mark, Subject subject) {
    return mark.element() instanceof TypeElement type ? Names.label(type) : subject.label();
  }
}
