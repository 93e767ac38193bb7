@NullMarked
package io.asl4j.testing.check;

import org.jspecify.annotations.NullMarked;
