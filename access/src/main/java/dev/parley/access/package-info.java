/**
 * Who may do what over REST, and how often: keys, scopes, grants, buckets. Imports nothing but Java and the contracts; HTTP is
 * in {@code dev.parley.access.http}.
 */
@NullMarked
package dev.parley.access;

import org.jspecify.annotations.NullMarked;
