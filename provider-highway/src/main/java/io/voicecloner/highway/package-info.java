/** Highway, which answers as Novita does. */
@NullMarked
package io.voicecloner.highway;

import org.jspecify.annotations.NullMarked;
