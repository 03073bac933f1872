/** A rate gate of anybody's, for several machines: the example of this module's README. */
@NullMarked
package org.example.fleet;

import org.jspecify.annotations.NullMarked;
