@NullMarked
package io.voicecloner.host.s3;

import org.jspecify.annotations.NullMarked;
