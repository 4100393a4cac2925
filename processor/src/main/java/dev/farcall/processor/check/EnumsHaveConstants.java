package dev.farcall.processor.check;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.Texts;
import java.util.List;

/** An enum has a value that can be sent. */
final class EnumsHaveConstants implements Check {

  @Override
  public void check(List<SchemaModel> schemas, Problems problems) {
    for (SchemaModel schema : schemas) {
      for (EnumModel model : schema.enums()) {
        if (model.constants().isEmpty()) {
          problems.add(Texts.noConstants(model.site(), model.label()));
        }
      }
    }
  }
}
