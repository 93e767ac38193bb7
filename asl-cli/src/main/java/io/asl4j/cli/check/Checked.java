package io.asl4j.cli.check;

import io.asl4j.core.diagnostic.Diagnostics;

/**
 * One file that was looked at.
 *
 * @param file its name as reports show it: relative to the working folder where it can be, with
 *     slashes
 * @param diagnostics what was found, sorted by place
 * @param definitions how many definitions the file holds; 0 if it turned out to hold none
 */
public record Checked(String file, Diagnostics diagnostics, int definitions) {}
