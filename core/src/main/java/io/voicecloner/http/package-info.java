/** The kit that providers are written with: the only room that sees OkHttp, Retrofit and Moshi. */
@NullMarked
package io.voicecloner.http;

import org.jspecify.annotations.NullMarked;
