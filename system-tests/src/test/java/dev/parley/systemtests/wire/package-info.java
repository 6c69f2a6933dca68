/** SIP on a bare socket, byte by byte: for what no honest phone sends. */
@NullMarked
package dev.parley.systemtests.wire;

import org.jspecify.annotations.NullMarked;
