/** Payment cards: what is checked of them, and what the test cards do. */
@NullMarked
package cloud.finfusion.sandbox.internal.cards;

import org.jspecify.annotations.NullMarked;
