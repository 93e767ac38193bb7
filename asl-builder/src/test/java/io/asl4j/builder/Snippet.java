package io.asl4j.builder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** An expression that is compiled as somebody would write it who uses the builder. */
final class Snippet {

  private Snippet() {}

  /** What the compiler has against the expression; empty if it compiles. */
  static List<String> errors(String expression, Path folder) {
    String source =
        """
        import io.asl4j.builder.*;
        import java.util.Map;

        class Snippet {
          Object value() {
            return %s;
          }
        }
        """
            .formatted(expression);
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString());
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      compiler.getTask(null, files, found, options, null, List.of(file)).call();
    } catch (IOException e) {
      throw new UncheckedIOException("The compiler's files cannot be closed.", e);
    }
    List<String> errors = new ArrayList<>();
    for (Diagnostic<?> diagnostic : found.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(diagnostic.getMessage(Locale.ROOT));
      }
    }
    return errors;
  }
}
