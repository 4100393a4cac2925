package dev.farcall.processor;

import dev.farcall.processor.analysis.JavacSite;
import dev.farcall.processor.emit.GeneratedFile;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Hands generated files to javac. */
final class SourceWriter {

  private final Filer filer;
  private final Problems problems;

  SourceWriter(Filer filer, Problems problems) {
    this.filer = filer;
    this.problems = problems;
  }

  void write(GeneratedFile file) {
    try (Writer writer = open(file)) {
      if (file instanceof GeneratedFile.Source source) {
        source.file().writeTo(writer);
      } else if (file instanceof GeneratedFile.Resource resource) {
        writer.write(resource.text());
      }
    } catch (FilerException taken) {
      problems.add(Texts.existingClass(file.site(), nameOf(file)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Writer open(GeneratedFile file) throws IOException {
    Element[] origin = origin(file.site());
    if (file instanceof GeneratedFile.Source source) {
      return filer.createSourceFile(nameOf(source), origin).openWriter();
    }
    GeneratedFile.Resource resource = (GeneratedFile.Resource) file;
    return filer
        .createResource(StandardLocation.CLASS_OUTPUT, "", resource.path(), origin)
        .openWriter();
  }

  private static String nameOf(GeneratedFile file) {
    if (file instanceof GeneratedFile.Source source) {
      return source.file().packageName() + "." + source.file().typeSpec().name();
    }
    return ((GeneratedFile.Resource) file).path();
  }

  private static Element[] origin(Site site) {
    return site instanceof JavacSite known ? new Element[] {known.element()} : new Element[0];
  }
}
