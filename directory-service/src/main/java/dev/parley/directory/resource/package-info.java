/** One mechanism for all kinds of documents: kept, checked, referred to, published, audited. */
@NullMarked
package dev.parley.directory.resource;

import org.jspecify.annotations.NullMarked;
