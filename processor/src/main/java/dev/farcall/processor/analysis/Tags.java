package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.TagModel;
import dev.farcall.processor.model.Texts;
import java.util.Optional;

/** Reads the numbers that {@code @Tag} pins. */
final class Tags {

  private static final int LARGEST_FIELD = 536_870_911;

  private final Problems problems;

  Tags(Problems problems) {
    this.problems = problems;
  }

  /**
   * That of a field or a case: 1 to 536,870,911 without protobuf's own 19,000 to 19,999.
   *
   * @param label as texts name what it stands on
   * @param place of that
   */
  Optional<TagModel> ofField(Optional<Mark> mark, String label, Site place) {
    Optional<TagModel> tag = read(mark, place);
    tag.filter(read -> !isField(read.number()))
        .ifPresent(bad -> refuse(bad, label, "1..536870911 without 19000..19999"));
    return tag;
  }

  /** That of an enum constant other than the one that is zero. */
  Optional<TagModel> ofConstant(Optional<Mark> mark, String label, Site place) {
    Optional<TagModel> tag = read(mark, place);
    tag.filter(read -> read.number() == 0)
        .ifPresent(bad -> refuse(bad, label, "all but 0, which is that of the absent value"));
    return tag;
  }

  private static Optional<TagModel> read(Optional<Mark> mark, Site place) {
    return mark.map(
        tag ->
            new TagModel(
                tag.number("value"), place instanceof JavacSite ? tag.site("value") : place));
  }

  private static boolean isField(int number) {
    return number >= 1 && number <= LARGEST_FIELD && (number < 19_000 || number > 19_999);
  }

  private void refuse(TagModel tag, String label, String range) {
    problems.add(Texts.badNumber(tag.site(), label, tag.number(), range));
  }
}
