package io.voicecloner.host.s3;

import java.time.Duration;

/**
 * What an S3 host was told.
 *
 * @param region what requests are signed for
 * @param keyPrefix how object names begin: empty, or with a slash at its end
 * @param urlLifetime how long a published URL works
 */
record Settings(BucketAddress bucket, String region, Credentials credentials, String keyPrefix, Duration urlLifetime) {}
