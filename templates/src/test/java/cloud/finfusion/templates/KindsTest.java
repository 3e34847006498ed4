package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What small specifications of one kind each say, the models keep; each says so in its first line.
 */
class KindsTest {
  private static final SmallSpecifications KINDS = SmallSpecifications.ALL;

  @Test
  void everyKindCompilesWithoutAWarning() {
    assertThat(KINDS.errors()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integer-beyond-int | Refund  | {"amount":3000000000,"rate":1234567.89}
          decimal-text       | Price   | {"unit_amount":"0.50"}
          exact-scalars      | Scalars | {"plain":9223372036854775807,"wei":115792089237316195423570985008687907853269984665640564039457584007913129639935}
          exact-scalars      | Scalars | {"plain":1,"at":4102444800,"unsigned":18446744073709551615,"unsigned_small":4294967295}
          exact-scalars      | Scalars | {"plain":1,"maybe":null,"double":0.1234567890123456789,"list":[1234567.89],"map":{"a":3000000000}}
          exact-scalars      | Scalars | {"plain":1,"text_number":"1,5","text_map":"{","text_object":"o","text_integer":"007","text_int64":"+1"}
          exact-scalars      | Scalars | {"plain":1,"text_array":"[","text_boolean":"yes","text_file":"f","text_char":"cc","text_uuid":"no uuid"}
          schema-called-file | All     | {"f":{"id":"1"},"d":{"id":"2"},"t":{"id":"3"},"s":{"id":"4"},"m":{"id":"5"},"n":{"id":"6"}}
          titled-alternatives | Event  | {"entity":{"resource":"payout","id":"1"}}
          titled-alternatives | Link   | {"resource":"link","url":"u"}
          internal-schema    | Order   | {"meta":{"note":"n"}}
          all-of-text        | Claim   | {"reason":"late","label":"l"}
          parts-of-one-value | Claim   | {"reason":"late","typed":"lost","narrowed":"late","code":"abc","same":"newer","amount":5}
          parts-of-one-value | Claim   | {"reason":"late","at":"2026-03-15T10:30:00Z","ok":true,"inline":"a","codes":["x"],"list":["lost"]}
          parts-of-one-value | Claim   | {"reason":"late","party":{"name":"n"},"choice":"c","more":{"name":"n","age":1},"items":["late"]}
          nullable-inline    | ModelCase | {"tagged":null,"object":null,"list":null,"map":null,"level":null,"owner":null,"text":null,"constant":null,"several":null}
          nullable-inline    | ModelCase | {"tagged":{"type":"a","one":"x"},"object":{"mode":"m"},"list":[{"x":"p"}],"map":{"a":1},"level":"low","owner":{"name":"n"}}
          nullable-inline    | ModelCase | {"tagged":{"type":"b","two":3000000000},"text":"t","constant":"only","several":1}
          reference-into-path | PlanPostRequestBody | {"name":"n"}
          reference-into-path | Ok     | {"data":"d"}
          placed-references  | Copy    | {"state":"on","step":{"name":"n"},"label":{"text":"t"},"id":"1","again":{"name":"m"}}
          nullable-inline    | Keeper | {"maybe":null,"other":null,"list":[null,{"type":"one","v":1}]}
          nullable-inline    | Keeper | {"maybe":{"type":"two"},"other":{"type":"newer"}}
          parts-of-one-value | InParts | {"name":"n","text":"t","number":0.50}
          parts-of-one-value | Priced  | {"few":["0.50"]}
          choices            | Texts   | {"constants":"a","open":"z","maybe":null}
          wide-integers      | Limits  | {"most":99999999999,"least":-99999999999,"shown":3000000000,"code":7,"whole":9223372036854775808}
          wide-integers      | Limits  | {"below":2147483647,"values":3000000000,"list":[9223372036854775808],"standard":3000000000,"shown64":9223372036854775808}
          several-types      | Values  | {"text":"a","whole":3000000000,"price":0.1234567890123456789}
          wide-integers-later | Limits | {"shown":3000000000,"above":-2147483648,"one":3000000000}
          names-without-letters | Odd  | {"":"a","true":"b","_":"c","small":{"v":1.50},"large":{"w":2}}
          unquoted-texts     | Rule    | {"on":"a","no":1.50,"amount":2,"country":"NO","version":"1.10","reply":"x"}
          mixed-enums        | Mixed   | {"texts":1,"numbers":"a"}
          mixed-enums        | Mixed   | {"texts":null,"numbers":1.5,"truths":5}
          mixed-enums-later  | Mixed   | {"texts":1,"numbers":"a","truths":5,"decimals":1.5,"objects":{"a":"b"}}
          several-types      | Values  | {"any":[1.50,null],"few":["a"]}
          alternatives-in-parts | Pay    | {"id":"1","pan":"4","ref":5,"kind":"card"}
          alternatives-in-parts | Pay    | {"id":"1","ref":"r","kind":"bank","iban":"D"}
          alternatives-in-parts | Beside | {"ref":"r","kind":"newer","iban":"D"}
          alternatives-in-parts | Quote  | {"data":{"id":"1","amount":"2","price":1.50},"rows":[{"a":"x","b":"y"}]}
          undeclared-types       | Holder  | {"tree":{"a":{"b":{}}},"rows":[[[]]],"both":1.5,"either":true,"amount":5}
          named-like-types   | Names   | {"a":{"id":"1"},"b":"a","c":{"id":"3"},"d":[{"id":"4"}],"e":{"f":{"id":"5"}},"g":{"id":"6"},"r":{"id":"7"}}
          """)
  void everyValueIsKept(String spec, String model, String json)
      throws ReflectiveOperationException {
    assertThat(KINDS.roundTrip(spec, model, json)).isEqualTo(json);
  }

  @Test
  void numbersHaveTypesThatHoldThem() throws ReflectiveOperationException {
    Class<?> scalars = KINDS.model("exact-scalars", "Scalars");
    assertThat(scalars.getMethod("plain").getReturnType()).isEqualTo(long.class);
    assertThat(scalars.getMethod("small").getReturnType()).isEqualTo(Integer.class);
    assertThat(scalars.getMethod("wei").getReturnType()).isEqualTo(BigInteger.class);
    assertThat(scalars.getMethod("alias").getReturnType()).isEqualTo(BigInteger.class);
    assertThat(scalars.getMethod("_double").getReturnType()).isEqualTo(BigDecimal.class);
    assertThat(scalars.getMethod("textNumber").getReturnType()).isEqualTo(String.class);
    Class<?> limits = KINDS.model("wide-integers", "Limits");
    assertThat(limits.getMethod("code").getReturnType()).isEqualTo(Integer.class);
    assertThat(limits.getMethod("below").getReturnType()).isEqualTo(Integer.class);
    for (String field : new String[] {"whole", "bound", "bigint", "unsigned", "either"}) {
      assertThat(limits.getMethod(field).getReturnType()).as(field).isEqualTo(BigInteger.class);
    }
    assertThat(limits.getMethod("fraction").getReturnType()).isEqualTo(Integer.class);
    for (String field : new String[] {"quoted", "quotes", "hexadecimal"}) {
      assertThat(limits.getMethod(field).getReturnType()).as(field).isEqualTo(Long.class);
    }
    assertThat(limits.getMethod("prices").getReturnType()).isEqualTo(BigDecimal.class);
    Class<?> later = KINDS.model("wide-integers-later", "Limits");
    assertThat(later.getMethod("quoted").getReturnType()).isEqualTo(Long.class);
    assertThat(later.getMethod("hexadecimal").getReturnType()).isEqualTo(Long.class);
    assertThat(later.getMethod("small").getReturnType()).isEqualTo(Long.class);
    assertThat(later.getMethod("above").getReturnType()).isEqualTo(Integer.class);
    Class<?> values = KINDS.model("several-types", "Values");
    assertThat(values.getMethod("whole").getReturnType()).isEqualTo(Long.class);
    assertThat(values.getMethod("text").getReturnType().getSuperclass())
        .isEqualTo(KINDS.runtime("OpenEnum"));
  }

  @Test
  void valuesBesideAReferenceHaveItsType() throws ReflectiveOperationException {
    Class<?> price = KINDS.model("fields-beside-reference", "Price");
    assertThat(price.getMethod("days").getReturnType()).isEqualTo(Integer.class);
    assertThat(price.getMethod("fixed").getReturnType())
        .isEqualTo(KINDS.model("fields-beside-reference", "Money"));
  }

  @Test
  void aTextOfAnotherFileStaysOne() throws ReflectiveOperationException {
    Class<?> mixed = KINDS.model("mixed-enums-later", "Mixed");
    assertThat(mixed.getMethod("elsewhere").getReturnType()).isEqualTo(String.class);
  }

  @Test
  void aSchemaHasItsClassWhateverItIsCalled() throws ReflectiveOperationException {
    Class<?> all = KINDS.model("schema-called-file", "All");
    for (String field : new String[] {"f", "d", "t", "s", "m", "n"}) {
      Class<?> type = all.getMethod(field).getReturnType();
      assertThat(type.getPackage()).as(field).isEqualTo(all.getPackage());
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "titled-alternatives, Payout, resource id",
    "titled-alternatives, Link, resource url",
    "doubled-properties, Both, id note amount",
    "doubled-properties, Own, id note own",
    "doubled-properties, Mixed, id note amount",
    "doubled-properties, Narrowed, more",
    "fields-beside-reference, PriceNet, amount tax",
    "fields-beside-reference, PriceGross, amount rate",
    "fields-beside-reference, PriceEither, amount fee rebate",
    "alternatives-in-parts, Pay, id pan ref kind iban",
    "alternatives-in-parts, Named, pan ref kind iban name",
    "alternatives-in-parts, Voucher, type guests note code",
    "alternatives-in-parts, QuoteAllOfData, id amount price",
    "inherited-more, Cat, lives"
  })
  void eachPropertyStandsOnce(String spec, String model, String setters)
      throws ReflectiveOperationException {
    assertThat(KINDS.model(spec, model + "$Builder").getDeclaredMethods())
        .filteredOn(each -> Modifier.isPublic(each.getModifiers()))
        .extracting(Method::getName)
        .containsExactlyInAnyOrder(setters.split(" "));
  }

  @Test
  void anEnumOrATextSaidInPartsIsOne() throws ReflectiveOperationException {
    Class<?> reason = KINDS.model("parts-of-one-value", "Reason");
    Class<?> claim = KINDS.model("parts-of-one-value", "Claim");
    for (String field : new String[] {"reason", "typed", "narrowed"}) {
      assertThat(claim.getMethod(field).getReturnType()).as(field).isEqualTo(reason);
    }
    assertThat(claim.getMethod("code").getReturnType()).isEqualTo(String.class);
    assertThat(KINDS.model("all-of-text", "Claim").getMethod("label").getReturnType())
        .isEqualTo(String.class);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nullable-tagged-union | Detection | {"type":"server","pace":"slow"} | ServerKind
          nullable-tagged-union | Detection | {"type":"newer"} | Detection$Unknown
          nullable-inline | CaseTagged | {"type":"b","two":1} | CaseTaggedOneOf1
          inherited-kinds | Account | {"kind":"savings","interest":1.25} | Savings
          inherited-kinds | Account | {"kind":"newer"} | Account$Unknown
          inherited-more | Vehicle | {"type":"Bike","id":"1","gears":3} | Bike
          inherited-more | Vehicle | {"id":"1","type":"Van","doors":2,"load":1.5} | Van
          inherited-more | Plan | {"kind":"basic","price":3000000000} | BasePlan
          inherited-more | Plan | {"kind":"old","seats":2} | PlusPlan
          inherited-more | Pet | {"kind":"Cat","lives":9} | Cat
          nullable-inline | Tagged | {"type":"two"} | TaggedTwo
          doubled-properties | Base | {"kind":"narrowed","more":"m"} | Narrowed
          kinds-elsewhere | Method | {"type":"bank","iban":"i"} | Bank
          kinds-elsewhere | Method | {"type":"card"} | Card
          kinds-elsewhere | Method | {"type":"transfer"} | Transferv1
          kinds-elsewhere | Method | {"type":"flow","label":"l"} | FlowOfYaml
          kinds-by-one-name | Either | {"type":"card","last4":"1"} | Card
          kinds-by-one-name | Either | {"type":"wallet","wallet":"1"} | Card1
          inherited-more | Loose | {"kind":"LooseKind","a":"a"} | Loose
          """)
  void theConstantOfAKindNamesIt(String spec, String union, String json, String kind)
      throws ReflectiveOperationException {
    assertThat(KINDS.read(spec, union, json)).isInstanceOf(KINDS.model(spec, kind));
  }

  @Test
  void whatIsReadOnlyIsNotDemandedOfARequest() throws ReflectiveOperationException {
    Object payee = KINDS.build("required-read-only", "Payee", "name", "n", "pin", "p");
    assertThat(Compiled.call(payee, "toJson")).isEqualTo("{\"name\":\"n\",\"pin\":\"p\"}");
    Object account = KINDS.build("one-way-properties", "Account", "name", "n", "secret", "s");
    assertThat(Compiled.call(account, "balance")).isNull();
    assertThat(KINDS.build("one-way-properties", "Person")).hasToString("Person{type=person}");
  }

  @Test
  void whatIsWriteOnlyIsDemandedOfARequestAlone() throws ReflectiveOperationException {
    String response = "{\"id\":\"1\",\"name\":\"n\"}";
    Object payee = KINDS.read("required-read-only", "Payee", response);
    assertThat(Compiled.call(payee, "pin")).isNull();
    assertThat(Compiled.call(payee, "toJson")).isEqualTo(response);
    assertThat(Compiled.call(payee, "id")).isEqualTo("1");
    assertThatThrownBy(() -> KINDS.build("required-read-only", "Payee", "name", "n"))
        .hasMessageContaining("Payee.pin: required, but not set");
    assertThatThrownBy(() -> KINDS.build("required-read-only", "Payee", "pin", "p"))
        .hasMessageContaining("Payee.name: required, but not set");
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource({
    "choices, Texts, constants",
    "choices, Texts, open",
    "choices, Texts, maybe",
    "mixed-enums-later, Mixed, typed",
    "wide-integers-later, Limits, text",
    "fields-beside-reference, Price, currency"
  })
  void constantsOfTextsAreOneEnum(String spec, String model, String field)
      throws ReflectiveOperationException {
    assertThat(KINDS.model(spec, model).getMethod(field).getReturnType().getSuperclass())
        .isEqualTo(KINDS.runtime("OpenEnum"));
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          choice-by-constant | Source | {"object":"wallet","id":"1","email":"e"} | asWallet | asCard
          choice-by-constant | Source | {"object":"card","id":"1"} | asCard | asWallet
          choices | ByMapping | {"kind":"hen","eggs":1} | asHen | asCow
          choices | ByConst | {"version":1,"a":"a"} | asV1 | asV2
          choices | ByConst | {"version":2,"live":true} | asV2 | asV1
          choices | ByConst | {"a":"a"} | asV1 | asString
          choices | ByConst | {"version":2,"live":true} | asV2 | asString
          choices | TwoEnums | "small" | asSize | asColour
          choices | TwoEnums | 3000000000 | asLong | asSize
          choices | ByEnum | {"type":"fee","shade":"y"} | asOut | asIn
          """)
  void aChoiceAsksConstantsFirst(String spec, String union, String json, String is, String isNot)
      throws ReflectiveOperationException {
    Object choice = KINDS.read(spec, union, json);
    assertThat(Compiled.call(choice, is)).isNotNull();
    assertThat(Compiled.call(choice, isNot)).isNull();
  }

  @Test
  void aUnionOffersWhatItsKindsInherit() throws ReflectiveOperationException {
    Object savings =
        KINDS.read("inherited-kinds", "Account", "{\"kind\":\"savings\",\"interest\":1.25}");
    assertThat(Compiled.call(savings, "interest")).isEqualTo(new BigDecimal("1.25"));
    Class<?> vehicle = KINDS.model("inherited-more", "Vehicle");
    Object bike = KINDS.read("inherited-more", "Vehicle", "{\"type\":\"Bike\",\"id\":\"1\"}");
    assertThat(vehicle.getMethod("id").invoke(bike)).isEqualTo("1");
    assertThat(vehicle.getMethod("wheels").invoke(bike)).isNull();
    assertThat(vehicle.getMethod("use").getReturnType())
        .isEqualTo(KINDS.model("inherited-more", "VehicleUse"));
  }

  @Test
  void anOperationNamesWhatSignsIt() throws ReflectiveOperationException {
    assertThat(security("plain")).containsExactly("BEARER token Authorization");
    assertThat(security("open")).isEmpty();
    assertThat(security("keys"))
        .containsExactly(
            "HEADER header X-Api-Key + HEADER app X-App",
            "QUERY query key",
            "COOKIE cookie session");
    assertThat(security("login")).containsExactly("BASIC basic Authorization", "");
    assertThat(security("sealed")).containsExactly("BEARER oauth Authorization");
    assertThat(security("digest")).isEmpty();
    assertThat(List.of(signed("plain"), signed("open"), signed("digest"), signed("typo")))
        .containsExactly(true, false, false, false);
    assertThat(KINDS.notices("security-schemes"))
        .containsExactly(
            "security scheme spaced: nothing is signed with it, as its type, place or name cannot be sent",
            "security scheme digest: the client does not sign as http digest says. Add it with an interceptor",
            "security scheme tokn: not declared, so that nothing is signed with it");
  }

  private static Object signed(String operation) throws ReflectiveOperationException {
    return Compiled.call(annotation(operation), "signed");
  }

  private static List<String> security(String operation) throws ReflectiveOperationException {
    List<String> alternatives = new ArrayList<>();
    for (Object each : (Object[]) Compiled.call(annotation(operation), "security")) {
      List<String> schemes = new ArrayList<>();
      for (Object scheme : (Object[]) Compiled.call(each, "value")) {
        schemes.add(
            "%s %s %s"
                .formatted(
                    Compiled.call(scheme, "in"),
                    Compiled.call(scheme, "name"),
                    Compiled.call(scheme, "parameter")));
      }
      alternatives.add(String.join(" + ", schemes));
    }
    return alternatives;
  }

  private static Annotation annotation(String operation) throws ReflectiveOperationException {
    Class<? extends Annotation> type = KINDS.runtime("Operation").asSubclass(Annotation.class);
    return KINDS.api("security-schemes", operation).getMethod(operation).getAnnotation(type);
  }

  @Test
  void whatCannotBeReadIsASentenceWithFileAndLine() {
    assertThat(KINDS.refused())
        .containsOnlyKeys(
            "content-reference",
            "dangling-mapping",
            "dangling-reference",
            "file-of-a-path",
            "flow-file",
            "kinds-of-one-name",
            "path-of-a-component",
            "paths-in-files",
            "paths-of-one-place",
            "reference-of-another-kind");
    assertThat(KINDS.refused().get("reference-of-another-kind"))
        .hasMessageStartingWith(
            "reference-of-another-kind.yaml: expected a specification that can be brought to one form, got java.lang.NullPointerException");
    assertThat(KINDS.refused().get("kinds-of-one-name"))
        .hasMessage(
            "kinds-of-one-name.yaml:9: Method.discriminator.mapping: expected kinds of different names, got ../files/methods.yaml#/Card and ../files/wallets.yaml#/Card. Rename one");
    assertThat(KINDS.refused().get("flow-file"))
        .hasMessageStartingWith("flow.yaml:1: expected JSON, as it starts with {, got text that is")
        .hasMessageEndingWith("Correct it, or write --- above it if it is YAML");
    assertThat(KINDS.refused().get("path-of-a-component"))
        .hasMessage(
            "/payments: expected a reference to a path, got #/components/pathItems/List, which the parser has not read. Write the path out");
    assertThat(KINDS.refused().get("paths-in-files"))
        .hasMessage(
            "GET /files/{+name}: expected one operation of /files/{name}, got another. Remove one");
    assertThat(KINDS.refused().get("paths-of-one-place"))
        .hasMessage(
            "paths-of-one-place.yaml:6: /files/{+name}: expected one operation of get /files/{name}, got another, which paths-of-one-place.yaml:5 has. Remove one");
    assertThat(KINDS.refused().get("file-of-a-path"))
        .hasMessage(
            "file-of-a-path.yaml:5: GET /files names limit.yaml, which is not beside the specification, where the parser seeks it. Move it there, or declare it in components");
    assertThat(KINDS.refused().get("dangling-mapping"))
        .hasMessage(
            "dangling-mapping.yaml:9: Method.discriminator names schema Crad, which is not there. Add it or correct the name");
    assertThat(KINDS.refused().get("dangling-reference"))
        .hasMessage(
            "dangling-reference.yaml:9: Item.state names schema Stat, which is not there. Add it or correct the name");
    assertThat(KINDS.refused().get("content-reference"))
        .hasMessageStartingWith(
            "content-reference.yaml:9: components.responses.Made.content: expected names and what they stand for, got a reference");
  }

  @Test
  void whatIsNotSupportedIsALineEach() {
    assertThat(KINDS.notices("not-supported"))
        .containsExactly(
            "GET /things: its body is left out, as OkHttp sends none with GET",
            "GET /things: its result is that of 200, not of [202]",
            "GET /things: parameter path is percent-encoded, reserved characters too",
            "POST /things: its body is sent as application/json, not as text/xml",
            "POST /things: callbacks [made] have no code",
            "GET /login: its only success, 302, is a redirect, which is not followed: an ApiException with the Location",
            "POST /parts: the caller makes its parts, as they are not those of one object",
            "PUT /tags: a null in its body is refused, as the list or map is no field of a model",
            "PUT /tags: a null in its result is refused, as the list or map is no field of a model",
            "security scheme key: the client does not sign as http digest says. Add it with an interceptor",
            "not is not checked, of 1 schema",
            "multipleOf is not checked, of 2 schemas",
            "uniqueItems is not checked, of 1 schema",
            "Loose: read as itself, not as its kinds, as kind is not required or a kind is of another union",
            "Owner: its alternatives are tried one by one, as not every one has a required text kind and is of this union alone",
            "Thing.anything: Object, as no type is said",
            "Thing.tuple: List<Object>, as no type is said",
            "Thing.code: its pattern is not checked, as Java cannot read it");
    assertThat(KINDS.notices("exact-scalars")).isEmpty();
    assertThat(KINDS.notices("unchecked-in-lists"))
        .containsExactly(
            "not is not checked, of 1 schema",
            "uniqueItems is not checked, of 1 schema",
            "contains is not checked, of 1 schema",
            "minProperties is not checked, of 1 schema");
    assertThat(KINDS.notices("path-templates"))
        .containsExactly(
            "GET /users/{user}: parameter other is not sent, as the path has no such",
            "GET /users/{user}: parameter user is taken for a text, as it is declared nowhere",
            "GET /files/{name}: parameter name is percent-encoded, its slashes too",
            "GET /orders/{zone}/{area}/{b}/{id}/{a}: parameter zone is taken for a text, as it is declared nowhere",
            "GET /orders/{zone}/{area}/{b}/{id}/{a}: parameter area is taken for a text, as it is declared nowhere",
            "GET /orders/{zone}/{area}/{b}/{id}/{a}: parameter b is taken for a text, as it is declared nowhere",
            "GET /orders/{zone}/{area}/{b}/{id}/{a}: parameter a is taken for a text, as it is declared nowhere",
            "GET /docs/{name}: parameter name is percent-encoded, its slashes too",
            "GET /docs/{name}: goes to https://docs.example.com, as its servers say, whatever the client's base URL is");
    assertThat(KINDS.notices("texts-of-files"))
        .containsExactly(
            "unquoted.yaml:1: NO, on, 1.10, without quotes, is read as something else. Quote it, as in \"NO\" or \"1.10\"");
    assertThat(KINDS.notices("unsent-keys"))
        .containsExactly(
            "POST /payments: its Idempotency-Key is not sent. x-finfusion-idempotency: true sends it",
            "POST /payouts: its Idempotency-Key is not sent. x-finfusion-idempotency: true sends it");
    assertThat(KINDS.notices("wide-integers"))
        .containsExactly(
            "limits.yaml:1: 9223372036854775808, 3000000000, in an integer's default, enum or example, is not read from another file. Move the schema into the specification's own",
            "Limits.shown: Long, as its default or example is beyond int32",
            "Limits.standard: Long, as its default or example is beyond int32",
            "Limits.shown64: BigInteger, as its default or example is beyond int64",
            "Limits.power: Long, as its default or example is beyond int32",
            "Limits.point: Long, as its default or example is beyond int32",
            "Limits.huge: BigInteger, as its default or example is beyond int32",
            "Reach.by: Long, as its default or example is beyond int32");
    assertThat(KINDS.notices("wide-integers-later"))
        .containsExactly("Limits.shown: Long, as its default or example is beyond int32");
    assertThat(KINDS.notices("undeclared-types"))
        .containsExactly(
            "Tree: Object in place of itself, as Java has no name for its type",
            "Rows: Object in place of itself, as Java has no name for its type",
            "Holder.rows: List<List<Object>>, as no type is said",
            "Holder.both: Object, as no type is said",
            "Holder.either: Object, as no type is said");
    assertThat(KINDS.notices("fields-of-union"))
        .containsExactly("Order.price: not demanded of Swap, which stands elsewhere too");
    assertThat(KINDS.notices("server-of-operation"))
        .containsExactly(
            "POST /files: goes to https://upload.example.com, as its servers say, whatever the client's base URL is");
  }

  @Test
  void noticesEndWithTheirNumber() {
    Notices notices = new Notices();
    List<String> printed = new ArrayList<>();
    notices.print("a.yaml", printed::add);
    assertThat(printed).isEmpty();
    notices.add("one");
    notices.add("two");
    notices.add("one");
    notices.print("a.yaml", printed::add);
    assertThat(printed)
        .containsExactly(
            "a.yaml: one",
            "a.yaml: two",
            "a.yaml: 2 of these are not done as the specification says");
  }
}
