/** call-control-service. */
@NullMarked
package dev.parley.callcontrol;

import org.jspecify.annotations.NullMarked;
