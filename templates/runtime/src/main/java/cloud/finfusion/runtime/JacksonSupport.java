// Lets any ObjectMapper of Jackson 2 and 3 read and write what is generated, without a module.
package cloud.finfusion.runtime;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the classes that read and write a generated type with Jackson, for each major version. Java
 * ignores the annotations of a version that is not on the class path. They stand here and not on
 * the type itself, because javac warns of an unknown annotation that has values.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@JacksonAnnotationsInside
@com.fasterxml.jackson.databind.annotation.JsonSerialize(using = Jackson2Serializer.class)
@com.fasterxml.jackson.databind.annotation.JsonDeserialize(using = Jackson2Deserializer.class)
@tools.jackson.databind.annotation.JsonSerialize(using = Jackson3Serializer.class)
@tools.jackson.databind.annotation.JsonDeserialize(using = Jackson3Deserializer.class)
@interface JacksonSupport {}
