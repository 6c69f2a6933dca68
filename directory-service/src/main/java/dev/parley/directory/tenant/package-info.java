/** Customers and their SIP domains. */
@NullMarked
package dev.parley.directory.tenant;

import org.jspecify.annotations.NullMarked;
