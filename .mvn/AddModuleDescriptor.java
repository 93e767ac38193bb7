import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Puts a compiled module descriptor into a jar: {@code java AddModuleDescriptor.java JAR DESCRIPTOR
 * TIME}.
 *
 * <p>A jar that has this descriptor already is left alone: a new time stamp would make Maven
 * compile every module above it again. Entries keep their order and get the given time, so that
 * equal sources make equal jars.
 */
final class AddModuleDescriptor {
  private static final String NAME = "module-info.class";

  private AddModuleDescriptor() {}

  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    byte[] descriptor = Files.readAllBytes(Path.of(arguments[1]));
    LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(arguments[2]), ZoneOffset.UTC);
    Path copy = jar.resolveSibling(jar.getFileName() + ".modular");
    try (ZipFile original = new ZipFile(jar.toFile())) {
      if (hasDescriptor(original, descriptor)) {
        return;
      }
      write(copy, original, descriptor, time);
    }
    Files.move(copy, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean hasDescriptor(ZipFile jar, byte[] descriptor) throws IOException {
    ZipEntry entry = jar.getEntry(NAME);
    return entry != null && Arrays.equals(descriptor, content(jar, entry));
  }

  private static void write(Path copy, ZipFile jar, byte[] descriptor, LocalDateTime time)
      throws IOException {
    try (OutputStream file = Files.newOutputStream(copy);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (!entry.getName().equals(NAME)) {
          add(zip, entry.getName(), content(jar, entry), time);
        }
      }
      add(zip, NAME, descriptor, time);
    }
  }

  private static void add(ZipOutputStream zip, String name, byte[] content, LocalDateTime time)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] content(ZipFile jar, ZipEntry entry) throws IOException {
    try (InputStream content = jar.getInputStream(entry)) {
      return content.readAllBytes();
    }
  }
}
