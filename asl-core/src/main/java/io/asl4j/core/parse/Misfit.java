package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.DiagnosticCode;

/**
 * Why a value does not fit its field.
 *
 * @param expected what would fit, to stand behind "must be"
 * @param awsMessage how AWS words it, without the place
 */
record Misfit(DiagnosticCode code, String expected, String awsMessage) {}
