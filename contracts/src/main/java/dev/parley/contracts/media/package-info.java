/** Spoken to and by media-adapter, the owner of rtpengine. */
@NullMarked
package dev.parley.contracts.media;

import org.jspecify.annotations.NullMarked;
