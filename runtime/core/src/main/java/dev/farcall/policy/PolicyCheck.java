package dev.farcall.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program does at its start with the policies that are configured: what cannot be kept, or
 * contradicts itself, ends it; what is doubtful is logged.
 */
public final class PolicyCheck {

  private static final System.Logger LOG = System.getLogger(PolicyCheck.class.getName());

  private PolicyCheck() {}

  /**
   * The policies.
   *
   * @param method for people
   * @param known what the compiler has looked at, and warned of
   * @throws IllegalStateException naming all that is wrong, where it stands, and the cure
   */
  public static Policies require(String method, Settings settings, Settings known, Traits traits) {
    List<BadSetting> bad = new ArrayList<>();
    Policies policies = Policies.read(settings, traits, bad);
    if (!bad.isEmpty()) {
      throw refused(method, bad.stream().map(BadSetting::toString).toList());
    }
    if (settings.equals(known)) {
      return policies;
    }
    List<String> errors = new ArrayList<>();
    for (Finding finding : PolicyLint.check(policies, traits)) {
      String text = finding + " (" + finding.attribute() + ")";
      if (finding.isError()) {
        errors.add(text);
      } else if (isNews(settings.get(finding.attribute()), known.get(finding.attribute()))) {
        LOG.log(System.Logger.Level.WARNING, "{0}: {1}", method, text);
      }
    }
    if (!errors.isEmpty()) {
      throw refused(method, errors);
    }
    return policies;
  }

  private static boolean isNews(@Nullable Setting said, @Nullable Setting known) {
    return said != null && said.origin() != Setting.Origin.DEFAULT && !said.equals(known);
  }

  private static IllegalStateException refused(String method, List<String> why) {
    return new IllegalStateException(
        "the policies of " + method + " as configured: " + String.join("; ", why));
  }
}
