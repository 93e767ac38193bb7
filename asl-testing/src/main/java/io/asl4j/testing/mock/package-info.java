/** How mocks answer Task states in modelled time. */
@NullMarked
package io.asl4j.testing.mock;

import org.jspecify.annotations.NullMarked;
