package io.asl4j.runtime.map;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The content decoders by extension. */
final class Decoders {

  /** An extension that always means compressed data, whether or not there is a decoder for it. */
  static final String ZSTANDARD = ".zst";

  private static final int BUFFER_BYTES = 1 << 13;

  private Decoders() {}

  /** The built-in decoder and more. */
  static Map<String, ContentDecoder> with(List<ContentDecoder> more) {
    Map<String, ContentDecoder> decoders = new TreeMap<>();
    decoders.put(Gzip.EXTENSION, new Gzip());
    more.forEach(decoder -> decoders.put(decoder.extension(), decoder));
    return Map.copyOf(decoders);
  }

  private static final class Gzip implements ContentDecoder {
    private static final String EXTENSION = ".gz";

    @Override
    public String extension() {
      return EXTENSION;
    }

    @Override
    public InputStream decode(InputStream compressed) throws IOException {
      return new GZIPInputStream(compressed, BUFFER_BYTES);
    }
  }
}
