package com.example.shop;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The team that owns a model: {@code x-acme-owner} in the specification. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Owner {
  /** The team's name. */
  String value();
}
