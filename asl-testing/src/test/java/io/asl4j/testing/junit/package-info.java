@NullMarked
package io.asl4j.testing.junit;

import org.jspecify.annotations.NullMarked;
