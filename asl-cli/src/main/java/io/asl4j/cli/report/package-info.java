/** Findings in the formats that people, build servers and code hosts read. */
@NullMarked
package io.asl4j.cli.report;

import org.jspecify.annotations.NullMarked;
