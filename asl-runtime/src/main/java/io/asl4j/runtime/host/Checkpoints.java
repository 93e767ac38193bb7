package io.asl4j.runtime.host;

import io.asl4j.runtime.walk.Frame;
import io.asl4j.runtime.walk.ScopePath;
import java.util.Optional;

/**
 * Where the frames of one execution are kept, so that it can go on from them. Safe for use by its
 * branches at once.
 */
public interface Checkpoints {

  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public Optional<Frame> resumePoint(ScopePath at) {
          return Optional.empty();
        }

        @Override
        public void commit(Frame frame) {
          // Nothing is kept.
        }
      };

  /** The last frame of a scope, if it ever ran. */
  Optional<Frame> resumePoint(ScopePath at);

  /** Keeps a frame in place of the scope's last one. */
  void commit(Frame frame);
}
