@NullMarked
package io.asl4j.testing;

import org.jspecify.annotations.NullMarked;
