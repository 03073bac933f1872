@NullMarked
package io.voicecloner.host.embedded;

import org.jspecify.annotations.NullMarked;
