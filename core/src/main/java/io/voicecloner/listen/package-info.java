/** Who is told of what happens: the application's listener, and the log. */
@NullMarked
package io.voicecloner.listen;

import org.jspecify.annotations.NullMarked;
