/** How loaded this process is, for autoscaling. */
@NullMarked
package dev.parley.directory.load;

import org.jspecify.annotations.NullMarked;
