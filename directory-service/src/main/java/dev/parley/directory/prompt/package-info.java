/** What tenants record themselves: checked, made into what telephones can be played, told to everybody who plays. */
@NullMarked
package dev.parley.directory.prompt;

import org.jspecify.annotations.NullMarked;
