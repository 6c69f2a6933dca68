/** Where a customer may make the platform connect to. Imports nothing but Java. */
@NullMarked
package dev.parley.access.net;

import org.jspecify.annotations.NullMarked;
