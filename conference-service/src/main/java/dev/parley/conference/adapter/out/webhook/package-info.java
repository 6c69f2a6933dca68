/** What happens, told to tenants' own addresses, signed (standardwebhooks.com). */
@NullMarked
package dev.parley.conference.adapter.out.webhook;

import org.jspecify.annotations.NullMarked;
