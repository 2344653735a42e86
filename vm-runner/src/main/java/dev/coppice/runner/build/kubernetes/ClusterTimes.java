package dev.coppice.runner.build.kubernetes;

import java.time.Duration;

/**
 * How patient a build in a cluster is.
 *
 * @param poll between two looks at the build
 * @param silence how long nothing needs to happen that should: the operator takes the build up, an
 *     image is pulled, the cluster answers, bytes of the image come
 */
public record ClusterTimes(Duration poll, Duration silence) {

    /** For clusters of people. */
    public static ClusterTimes usual() {
        return new ClusterTimes(Duration.ofSeconds(2), Duration.ofMinutes(5));
    }
}
