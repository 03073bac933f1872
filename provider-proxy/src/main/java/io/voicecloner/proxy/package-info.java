/** Gateways that answer as MiniMax does. */
@NullMarked
package io.voicecloner.proxy;

import org.jspecify.annotations.NullMarked;
