package cloud.finfusion.templates.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema: {@code vendorExtensions.view} of it.
 *
 * @param query whether it holds the parameters of an operation, so that it is never JSON
 * @param parent the union that it is a kind of; null if it is none
 * @param money the accessors of an amount of money; null if it is none
 * @param union what a union with a discriminator consists of; null if it is none
 * @param untaggedUnion what a union without a discriminator consists of; null if it is none
 * @param manyValues the constants of an enum with very many, some in each text; else empty
 */
public record ModelView(
    boolean query,
    @Nullable String parent,
    @Nullable MoneyView money,
    @Nullable UnionView union,
    @Nullable UntaggedUnionView untaggedUnion,
    List<String> manyValues) {

  /** Copies the list. */
  public ModelView {
    manyValues = List.copyOf(manyValues);
  }
}
