@NullMarked
package io.asl4j.testing.docs;

import org.jspecify.annotations.NullMarked;
