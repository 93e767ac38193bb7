/** Amazon States Language: the {@code asl} command. */
module io.asl4j.cli {
  requires com.fasterxml.jackson.dataformat.toml;
  requires info.picocli;
  requires io.asl4j.runtime;
  requires io.asl4j.testing;
  requires static org.jspecify;

  opens io.asl4j.cli to
      info.picocli;
}
