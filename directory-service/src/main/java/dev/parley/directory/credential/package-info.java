/** What phones register with. Read by the SIP edge straight from the database; never published. */
@NullMarked
package dev.parley.directory.credential;

import org.jspecify.annotations.NullMarked;
