/** What asl4j logs, for tests to read. */
@NullMarked
package io.asl4j.runtime.logs;

import org.jspecify.annotations.NullMarked;
