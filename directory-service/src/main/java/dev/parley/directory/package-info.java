/** The directory: what tenants have and what is dialled to reach it. One package per feature, plain tables in and out. */
@NullMarked
package dev.parley.directory;

import org.jspecify.annotations.NullMarked;
