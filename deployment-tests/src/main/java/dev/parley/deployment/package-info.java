/**
 * The chart as a library: renders {@code helm/parley}, and lays out {@code k8s/} from it. Nothing here runs in a cluster.
 */
@NullMarked
package dev.parley.deployment;

import org.jspecify.annotations.NullMarked;
