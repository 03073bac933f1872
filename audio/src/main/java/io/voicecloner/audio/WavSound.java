package io.voicecloner.audio;

/**
 * What the header of a WAV file says.
 *
 * @param frames how many there are to be; nothing is promised if not positive
 * @param start where the first one stands
 */
record WavSound(long frames, int frameSize, double framesPerSecond, long start) {}
