/** What fuzz targets share, and those targets that need nothing hidden. */
@NullMarked
package io.voicecloner.fuzz;

import org.jspecify.annotations.NullMarked;
