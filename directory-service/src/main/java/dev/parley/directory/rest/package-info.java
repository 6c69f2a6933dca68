/** The habits of the API: problem documents, conditions, pages, idempotency. */
@NullMarked
package dev.parley.directory.rest;

import org.jspecify.annotations.NullMarked;
