package dev.farcall.processor.analysis;

import dev.farcall.policy.Attributes;
import dev.farcall.policy.BadSetting;
import dev.farcall.policy.Finding;
import dev.farcall.policy.Policies;
import dev.farcall.policy.PolicyLint;
import dev.farcall.policy.Setting;
import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
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
   * @param reply what the method returns
   * @param local whether it is called in this process: it has no limit of time unless one is said
   */
  record Subject(String label, @Nullable Site via, TypeMirror reply, boolean local) {

    Site site(JavacSite site) {
      return via == null ? site : via;
    }
  }

  /** Where an attribute was said. */
  private record Place(Mark mark, String member) {}

  MethodPolicies read(
      ExecutableElement method, TypeElement service, Subject subject, boolean idempotent) {
    List<Element> places = List.of(method, service, method.getEnclosingElement());
    Map<String, Place> said = new LinkedHashMap<>();
    for (String annotation : Annotations.POLICIES) {
      Mark.on(places, annotation)
          .filter(mark -> idempotent || mark.element() == method || !repeats(annotation))
          .ifPresent(mark -> note(mark, said));
    }
    Settings settings = settings(said);
    judge(settings, said, subject, idempotent);
    refuseNonBlocking(method, subject);
    return new MethodPolicies(
        settings,
        Mark.on(places, Annotations.DEADLINE).map(mark -> mark.flag("detach")).orElse(false),
        Mark.on(places, Annotations.NON_BLOCKING).isPresent());
  }

  /** Whether it sends calls again: on a type, it is meant for those methods that allow it. */
  private static boolean repeats(String annotation) {
    return annotation.equals(Annotations.RETRY) || annotation.equals(Annotations.HEDGE);
  }

  private static void note(Mark mark, Map<String, Place> said) {
    String policy = Attributes.kebab(mark.simpleName());
    for (String member : mark.written()) {
      said.put(policy + "." + Attributes.kebab(member), new Place(mark, member));
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

  private void judge(
      Settings settings, Map<String, Place> said, Subject subject, boolean idempotent) {
    List<BadSetting> bad = new ArrayList<>();
    Traits traits = Traits.unary(idempotent);
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
        .filter(mark -> Shapes.isStage(subject.reply()))
        .ifPresent(
            mark ->
                problems.add(
                    Texts.noEffect(
                        subject.site(mark.site()),
                        "NonBlocking",
                        subject.label(),
                        "a method that returns a CompletionStage is taken to be non-blocking."
                            + " Remove it")));
  }

  private static String label(Mark mark, Subject subject) {
    return mark.element() instanceof TypeElement type ? Names.label(type) : subject.label();
  }
}
