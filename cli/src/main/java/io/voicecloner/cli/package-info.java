/** The command {@code voicecloner}: the library's main job from a terminal. */
@NullMarked
package io.voicecloner.cli;

import org.jspecify.annotations.NullMarked;
