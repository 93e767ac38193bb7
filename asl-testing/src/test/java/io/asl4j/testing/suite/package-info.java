@NullMarked
package io.asl4j.testing.suite;

import org.jspecify.annotations.NullMarked;
