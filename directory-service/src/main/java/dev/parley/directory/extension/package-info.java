/** What can be dialled inside a tenant: phones, conferences, menus. */
@NullMarked
package dev.parley.directory.extension;

import org.jspecify.annotations.NullMarked;
