/** What a tenant asks of PINs. */
@NullMarked
package dev.parley.directory.policy;

import org.jspecify.annotations.NullMarked;
