@NullMarked
package io.voicecloner.cli;

import org.jspecify.annotations.NullMarked;
