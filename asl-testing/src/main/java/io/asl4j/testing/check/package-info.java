/**
 * What can be expected of an execution: each check gives the text of its failure, or nothing.
 *
 * <p>Assertions in Java and expectations in test files share these.
 */
@NullMarked
package io.asl4j.testing.check;

import org.jspecify.annotations.NullMarked;
