package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.model.Note;
import com.example.shop.model.Order;
import com.example.shop.model.OrderState;
import org.junit.jupiter.api.Test;

class OwnerTest {
  @Test
  void theExtensionIsSeenInJava() {
    assertThat(Order.class.getAnnotation(Owner.class).value()).isEqualTo("checkout");
    assertThat(OrderState.class.getAnnotation(Owner.class).value()).isEqualTo("warehouse");
    assertThat(Note.class.isAnnotationPresent(Owner.class)).isFalse();
  }
}
