/** Where a dialled number leads. Pure: the directory is a value. */
@NullMarked
package dev.parley.callcontrol.dialplan;

import org.jspecify.annotations.NullMarked;
