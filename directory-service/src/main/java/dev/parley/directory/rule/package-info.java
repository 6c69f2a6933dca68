/** What makes a configuration right or wrong. Pure: no framework, no clock, no database. */
@NullMarked
package dev.parley.directory.rule;

import org.jspecify.annotations.NullMarked;
