package dev.farcall.processor.check;

import dev.farcall.policy.CircuitBreakerPolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import dev.farcall.processor.model.GuardedModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Methods of an interface that share a circuit breaker by its name say the same of it. */
final class SharedBreakers implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    for (SchemaModel schema : schemas) {
      schema
          .services()
          .forEach(
              service -> {
                Names names = new Names(problems);
                service
                    .methods()
                    .forEach(each -> names.add(each.javaName(), each.policies(), each.site()));
              });
    }
  }

  static void checkLocal(GuardedModel type, Problems problems) {
    Names names = new Names(problems);
    type.methods().forEach(each -> names.add(each.javaName(), each.policies(), type.site()));
  }

  /** The breakers of one interface. */
  private static final class Names {
    private final Problems problems;
    private final Map<String, Said> byName = new HashMap<>();

    Names(Problems problems) {
      this.problems = problems;
    }

    void add(String method, Settings settings, Site site) {
      // What cannot be read is told elsewhere.
      Policies policies = Policies.read(settings, Traits.unary(true), new ArrayList<>());
      CircuitBreakerPolicy policy = policies.breaker();
      String name = policies.breakerName();
      if (name == null || policy == null) {
        return;
      }
      Said first = byName.putIfAbsent(name, new Said(method, policy));
      if (first != null && !first.policy.equals(policy)) {
        problems.add(
            Texts.differentBreakers(
                site, name, first.method, method, first.policy.toString(), policy.toString()));
      }
    }
  }

  private record Said(String method, CircuitBreakerPolicy policy) {}
}
