@NullMarked
package io.voicecloner.audio;

import org.jspecify.annotations.NullMarked;
