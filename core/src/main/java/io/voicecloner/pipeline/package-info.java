/** The way of one clone, from request to voice. */
@NullMarked
package io.voicecloner.pipeline;

import org.jspecify.annotations.NullMarked;
