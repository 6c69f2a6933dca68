/** The running system as a client knows it: accounts and addresses, its topics, its database, its media. */
@NullMarked
package dev.parley.systemtests.world;

import org.jspecify.annotations.NullMarked;
