/** What can be dialled inside a tenant: phones and conferences. */
@NullMarked
package dev.parley.directory.extension;

import org.jspecify.annotations.NullMarked;
