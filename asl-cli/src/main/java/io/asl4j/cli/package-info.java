/**
 * The {@code asl} command: {@link io.asl4j.cli.AslCommand} and one class for each of its
 * subcommands.
 *
 * <p>A subcommand writes its result to {@link io.asl4j.cli.Terminal#out()} and everything else to
 * {@link io.asl4j.cli.Terminal#err()}, returns an {@link io.asl4j.cli.ExitCode}, and throws {@link
 * io.asl4j.cli.UserError} for what its caller has to mend. Nothing here but {@link
 * io.asl4j.cli.Main} ends the process.
 */
@NullMarked
package io.asl4j.cli;

import org.jspecify.annotations.NullMarked;
