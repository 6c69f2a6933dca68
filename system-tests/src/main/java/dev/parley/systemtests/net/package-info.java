/** One thread that reads sockets and keeps time, shared by any number of phones. */
@NullMarked
package dev.parley.systemtests.net;

import org.jspecify.annotations.NullMarked;
