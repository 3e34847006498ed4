/** Uses a resource that no person wrote Java for. */
@NullMarked
package com.example.billing;

import org.jspecify.annotations.NullMarked;
