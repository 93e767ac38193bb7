@NullMarked
package io.asl4j.testing.coverage;

import org.jspecify.annotations.NullMarked;
