/** A provider of anybody's: the example of this module's README. */
@NullMarked
package org.example.fifth;

import org.jspecify.annotations.NullMarked;
