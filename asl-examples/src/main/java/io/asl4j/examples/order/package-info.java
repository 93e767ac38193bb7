/** An order: payment, warehouses, approval, compensation. */
@NullMarked
package io.asl4j.examples.order;

import org.jspecify.annotations.NullMarked;
