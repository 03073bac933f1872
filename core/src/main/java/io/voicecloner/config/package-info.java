/** Reads the configuration, from wherever it comes, into settings. */
@NullMarked
package io.voicecloner.config;

import org.jspecify.annotations.NullMarked;
