/** The identities that every service shares. Pure values: a domain may use them. */
@NullMarked
package dev.parley.contracts.id;

import org.jspecify.annotations.NullMarked;
