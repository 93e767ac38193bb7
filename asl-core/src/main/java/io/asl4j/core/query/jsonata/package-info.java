/**
 * JSONata 2.0.6 over Jackson trees, with the functions and budgets that AWS Step Functions adds.
 *
 * <p>Text becomes tokens ({@code Lexer}), tokens a {@link
 * io.asl4j.core.query.jsonata.JsonataSyntax} tree ({@code Parser}), the tree becomes paths with
 * steps ({@code Shaper}) and those become executable nodes ({@code Compiler}). {@link
 * io.asl4j.core.query.jsonata.Jsonata} is the face.
 */
@NullMarked
package io.asl4j.core.query.jsonata;

import org.jspecify.annotations.NullMarked;
