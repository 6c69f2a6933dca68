/** Who may dial what outside. */
@NullMarked
package dev.parley.directory.classofservice;

import org.jspecify.annotations.NullMarked;
