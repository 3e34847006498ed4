package cloud.finfusion.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Streaming;

/** What the interfaces of small specifications send, and what they make of the response. */
class KindsWireTest {
  private static final SmallSpecifications KINDS = SmallSpecifications.ALL;

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void jsonHasTheMediaTypeOfTheSpecification() throws Exception {
    respond("application/vnd.api+json", "{\"id\":\"1\"}");
    Object thing = KINDS.build("media-types", "CreateThingRequest", "name", "n");
    assertThat(send("media-types", "createThing", thing).body()).isNotNull();
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/vnd.api+json");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/vnd.api+json");
    assertThat(request.getBody().utf8()).isEqualTo("{\"name\":\"n\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"createRange", "createCapital"})
  void jsonOfARangeOrInCapitalsIsPlainJson(String operation) throws Exception {
    respond("application/json", "{}");
    send("media-types", operation, KINDS.build("media-types", "CreateThingRequest", "name", "n"));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
    assertThat(request.getHeaders().get("Accept")).isNotEqualTo("application/*+json");
    assertThat(request.getBody().utf8()).isEqualTo("{\"name\":\"n\"}");
  }

  @Test
  void aListInThePathIsJoined() throws Exception {
    respond("application/json", "{}");
    send("media-types", "getThings", parameter("encoded", "ids", ",", ",", List.of("a", "b")));
    assertThat(server.takeRequest().getTarget()).isEqualTo("/things/a,b");
    assertThat(KINDS.facade("media-types"))
        .contains("Parameters.encoded(\"ids\", \",\", \",\", Parameters.filled(\"ids\", ids))");
  }

  @Test
  void aFileArrivesBesideErrorsThatAreJson() throws Exception {
    respond("application/pdf", "%PDF");
    Object body = send("file-download", "getInvoicePdf", "1").body();
    assertThat(((ResponseBody) body).string()).isEqualTo("%PDF");
    assertThat(server.takeRequest().getHeaders().get("Accept")).isEqualTo("application/pdf");
    assertThat(KINDS.method("file-download", "getInvoicePdf").isAnnotationPresent(Streaming.class))
        .as("its caller reads it off the wire")
        .isTrue();
    assertThat(KINDS.facade("file-download")).contains("public Download getPdf(");
  }

  @Test
  void aFileWithoutASchemaArrives() throws Exception {
    respond("application/octet-stream", "bytes");
    Object body = send("media-types", "getRaw").body();
    assertThat(((ResponseBody) body).string()).isEqualTo("bytes");
    respond("text/csv", "a,b");
    Object any = send("schemaless-bodies", "getAny").body();
    assertThat(((ResponseBody) any).string()).isEqualTo("a,b");
  }

  @Test
  void aBodyWithoutASchemaIsAFileOrAnyJson() throws Exception {
    respond("application/json", "");
    RequestBody image = RequestBody.create("PNG", MediaType.get("image/png"));
    send("schemaless-bodies", "postImage", image);
    assertThat(server.takeRequest().getBody().utf8()).isEqualTo("PNG");
    respond("application/json", "{}");
    send("schemaless-bodies", "postNote", Map.of("a", 1));
    assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"a\":1}");
    assertThat(KINDS.facade("schemaless-bodies"))
        .contains("public void put( Upload params)")
        .contains("Upload.body(params, \"application/octet-stream\")")
        .contains("public void postImage( Upload params)")
        .contains("public void put( Object params)")
        .contains("public void post( Object params)");
    assertThat(KINDS.notices("schemaless-bodies"))
        .contains("POST /files: its result is not read, as no schema says what it is");
  }

  @Test
  void theResultIsThatOfTheFirstSuccessWithABody() throws Exception {
    respond("application/json", "{\"id\":\"1\"}");
    assertThat(send("media-types", "createPayment").body()).asString().endsWith("{id=1}");
  }

  @ParameterizedTest
  @CsvSource({"media-types, createRefund", "not-supported, getLogin"})
  void anErrorIsNoResult(String spec, String operation) throws ClassNotFoundException {
    assertThat(KINDS.method(spec, operation).getGenericReturnType())
        .hasToString("retrofit2.Call<java.lang.Void>");
  }

  @Test
  void aBodyOfPartsHasAParameterForEach() throws Exception {
    respond("application/json", "{\"id\":\"1\"}");
    List<MultipartBody.Part> files = List.of(part("pages", "1"), part("pages", "2"));
    send(
        "file-upload",
        "uploadDocument",
        part("file", "PNG"),
        files,
        part("purpose", "p"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(part("other", "o")));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data");
    assertThat(request.getBody().utf8().lines().filter(line -> line.contains("form-data")))
        .extracting(line -> line.replaceFirst(".*name=", ""))
        .containsExactly("\"file\"", "\"pages\"", "\"pages\"", "\"purpose\"", "\"other\"");
  }

  @Test
  void filesAreArgumentsAndTheOtherPartsAModel() {
    assertThat(KINDS.facade("file-upload"))
        .contains("Upload file, @Nullable List<Upload> pages, UploadDocumentRequest params")
        .contains("Parts.file(\"file\", file, \"image/png\")")
        .contains("Parts.files(\"pages\", pages, \"application/octet-stream\")")
        .contains("Parts.value(\"purpose\", params.purpose(), null)")
        .contains(
            "Parts.value(\"owner\", Parameters.json(params.owner()), \"application/vnd.owner+json\")")
        .contains("Parts.values(\"tags\", params.tags(), null)")
        .contains("Parts.values(\"lines\", Parameters.jsons(params.lines()), \"application/json\")")
        .contains("Parts.fields(AnyParameters.part(\"choices\", params.choices()))")
        .contains("Parts.values(\"grid\", Parameters.jsons(params.grid()), \"application/json\")")
        .contains("Parts.values(\"codes\", Parameters.jsons(params.codes()), \"application/json\")")
        .contains(
            "Parts.values(\"ids\", Parameters.texts(params.ids()), null), Parts.fields(params.unknownFields())")
        .contains("params.note(), null))")
        .contains("Upload.body(params, \"image/png\")")
        .contains("String file, @Nullable Upload fileFile");
    assertThat(KINDS.notices("file-upload"))
        .containsExactly(
            "POST /documents/{file}/content: its other parts are not sent, as all its properties are files");
  }

  @Test
  void filesOfEqualNamesAreDifferentArguments() {
    assertThat(KINDS.facade("file-upload"))
        .contains(
            "String fileTwo, @Nullable Upload fileOne2, @Nullable Upload fileOne, @Nullable Upload fileTwoFile2, @Nullable Upload fileTwoFile, @Nullable Upload paramsFile2, @Nullable Upload paramsFile, UploadPairRequest params")
        .contains("Parts.file(\"file-one\", fileOne2, ")
        .contains("Parts.file(\"fileOne\", fileOne, ");
  }

  @Test
  void partsSaidInSeveralSchemasAreThoseOfOne() throws ReflectiveOperationException {
    assertThat(KINDS.facade("file-upload"))
        .contains("Upload report, UploadReportRequest params")
        .contains("@Nullable Upload page, ReplaceReportRequest params")
        .contains("Parts.value(\"title\", params.title(), null)");
    assertThat(KINDS.build("file-upload", "UploadReportRequest", "title", "t"))
        .hasToString("UploadReportRequest{title=t}");
  }

  @Test
  void operationsOfOneSchemaHaveTheirOwnMediaTypes() {
    assertThat(KINDS.facade("file-upload"))
        .contains("Parts.file(\"scan\", scan, \"image/png\")")
        .contains("Parts.value(\"note\", params.note(), null)")
        .contains("Parts.file(\"scan\", scan, \"application/pdf\")")
        .contains("Parts.value(\"note\", params.note(), \"text/markdown\")");
  }

  @Test
  void operationsOfOneBodyHaveTheSameParts() {
    assertThat(KINDS.facade("file-upload").split("Parts.file\\(\"scan\", scan, \"image/tiff\"\\)"))
        .hasSize(1 + 2 * 2); // each blocking and asynchronous
  }

  private static MultipartBody.Part part(String name, String text) {
    return MultipartBody.Part.createFormData(name, text);
  }

  @Test
  void jsonIsReadWhereOtherTypesAreOffered() throws Exception {
    respond("application/json", "{\"id\":\"1\"}");
    assertThat(send("media-types", "getEither").body()).asString().endsWith("{id=1}");
    assertThat(KINDS.notices("media-types"))
        .containsExactly(
            "POST /capitals: its body is sent as application/json, not as application/x-www-form-urlencoded",
            "GET /either: its result is read as application/json, not as text/csv",
            "POST /payments: its result is that of the first success with a body; one without, as 200, 202, is unreadable");
  }

  @Test
  void optionsMayHaveABody() throws Exception {
    respond("application/json", "");
    send(
        "options-with-body",
        "checkUpload",
        KINDS.read("options-with-body", "CheckUploadRequest", "{\"size\":3000000000}"));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("OPTIONS");
    assertThat(request.getBody().utf8()).isEqualTo("{\"size\":3000000000}");
  }

  @Test
  void aBodyOfSeveralMediaTypesIsJson() throws Exception {
    respond("application/json", "");
    send(
        "reference-into-path",
        "createPlan",
        KINDS.build("reference-into-path", "PlanPostRequestBody", "name", "n"));
    assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"name\":\"n\"}");
  }

  @Test
  void partsOfAnotherOperationAreTaken() throws Exception {
    respond("application/json", "{\"id\":\"1\",\"plan\":{\"state\":\"on\"}}");
    Object plan = KINDS.read("placed-references", "Plan", "{\"steps\":[{\"name\":\"n\"}]}");
    assertThat(send("placed-references", "putPlan", "7", plan, 5L).body())
        .isInstanceOf(KINDS.model("placed-references", "One"));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/plans/7");
    assertThat(request.getHeaders().get("X-Trace")).isEqualTo("5");
  }

  @Test
  void listsOfTheStyleDeepObjectHaveIndices() throws Exception {
    respond("application/json", "{}");
    send("deep-lists", "listOrders", parameter("deepObject", "expand", List.of("a", "b")));
    assertThat(query()).isEqualTo("/orders?expand[0]=a&expand[1]=b");
    respond("application/json", "{}");
    Object item = KINDS.build("deep-lists", "CreateOrderRequestItemsInner", "sku", "s");
    send(
        "deep-lists",
        "createOrder",
        parameter("deepObject", "expand", List.of("a", "b")),
        parameter("deepObject", "items", List.of(item)),
        null);
    assertThat(URLDecoder.decode(server.takeRequest().getBody().utf8(), UTF_8))
        .isEqualTo("expand[0]=a&expand[1]=b&items[0][sku]=s");
    assertThat(KINDS.facade("deep-lists"))
        .contains("Parameters.deepObject(\"expand\", params.expand())")
        .contains("Parameters.deepObject(\"items\", params.items())");
  }

  @Test
  void everyStyleIsWrittenAsTheSpecificationSays() throws Exception {
    assertThat(KINDS.facade("styles"))
        .contains("(\".\" + Parameters.encoded(\"label\", \",\", \",\", label)")
        .contains(
            "\".\" + Parameters.unescaped(\"labels\", \".\", \"=\", Parameters.filled(\"labels\", labels))")
        .contains(
            "\";matrix=\" + Parameters.encoded(\"matrix\", \",\", \",\", Parameters.filled(\"matrix\", matrix))")
        .contains(
            "\";many=\" + Parameters.encoded(\"many\", \";many=\", \"=\", Parameters.filled(\"many\", many))")
        .contains("Parameters.encoded(\"pair\", \",\", \",\", Parameters.filled(\"pair\", pair))")
        .contains(
            "Parameters.encoded(\"exploded\", \",\", \"=\", Parameters.filled(\"exploded\", exploded))")
        .contains("Parameters.encoded(\"commas\", \",\", \",\", params.commas())")
        .contains("Parameters.unescaped(\"spaces\", \" \", \" \", params.spaces())")
        .contains("Parameters.unescaped(\"pipes\", \"|\", \"|\", params.pipes())")
        .contains("Parameters.encoded(\"size\", \",\", \",\", params.size())")
        .contains("Parameters.unescaped(\"X-Size\", \",\", \",\", params.xSize())")
        .contains("\"tags\", Parameters.unescaped(\"tags\", \",\", \",\", params.tags())")
        .contains("params.plain(), Parameters.unescaped(\"commas\", \",\", \",\", params.commas())")
        .contains(
            "Parameters.unescaped(\"pipes\", \"|\", \"|\", params.pipes()), Parameters.json(params.json())")
        .contains(
            "Parameters.fields(params.fields()), Parameters.unescaped(\"flat\", \",\", \",\", params.flat()), Parameters.fields(params.unknownFields())");
    Object size = KINDS.read("styles", "Size", "{\"w\":3000000000,\"unit\":\"cm\"}");
    assertThat(parameter("encoded", "p", ",", "=", size)).isEqualTo("w=3000000000,unit=cm");
    assertThat(parameter("encoded", "p", ",", ",", List.of("a", "b"))).isEqualTo("a,b");
    assertThat(parameter("encoded", "p", ",", ",", "a")).isEqualTo("a");
    assertThat(parameter("encoded", "p", ",", ",", null)).isNull();
  }

  @Test
  void onlyTheDelimitersOfAListStandPlainlyInAUrl() throws Exception {
    respond("application/json", "{}");
    send(
        "styles",
        "getBoxes",
        ".a",
        ".b",
        ";matrix=" + parameter("encoded", "matrix", ",", ",", List.of("a;b/", "c,d")),
        ";many=1",
        "w,1",
        "w=1",
        parameter("encoded", "size", ",", ",", Map.of("w", "1,2")),
        parameter("encoded", "commas", ",", ",", List.of("a,b", "c&d")),
        parameter("unescaped", "spaces", " ", " ", List.of("a", "b")),
        parameter("unescaped", "pipes", "|", "|", Map.of("w", 2)),
        Map.of(),
        null,
        null,
        null);
    assertThat(server.takeRequest().getTarget())
        .isEqualTo(
            "/boxes/.a/.b/;matrix=a%3Bb%2F,c%2Cd/;many=1/w,1/w=1?size=w,1%2C2&commas=a%2Cb,c%26d&spaces=a%20b&pipes=w%7C2");
  }

  @Test
  void anOperationGoesToItsOwnServer() throws Exception {
    assertThat(
            call("server-of-operation", "uploadFile", part("file", "f"), part("purpose", "p"))
                .request()
                .url())
        .hasToString("https://upload.example.com/files");
    assertThat(call("not-supported", "getThing", "1").request().url())
        .isEqualTo(server.url("/v2/v2/things/1"));
    Object thing = KINDS.build("not-supported", "FindThingsRequest", "q", "q");
    assertThat(call("not-supported", "makeThing", thing).request().url())
        .as("the same server by a variable")
        .isEqualTo(server.url("/things"));
  }

  @Test
  void aFormHasOtherFieldsWhereItsSchemaOrAPartOfItSaysSo() {
    assertThat(KINDS.facade("open-forms"))
        .contains("api.setOpen(params.a(), Parameters.fields(params.unknownFields()))")
        .contains("api.setWhole(params.a(), params.b(), Parameters.fields(params.unknownFields()))")
        .contains("api.setClosed(params.a())")
        .contains("api.setUnsaid(params.a())");
  }

  private String query() throws InterruptedException {
    return URLDecoder.decode(server.takeRequest().getTarget(), UTF_8);
  }

  private static Object parameter(String method, @Nullable Object... arguments) throws Exception {
    Method found =
        Arrays.stream(KINDS.runtime("Parameters").getMethods())
            .filter(each -> each.getName().equals(method))
            .findFirst()
            .orElseThrow();
    return found.invoke(null, arguments);
  }

  @Test
  void parametersOfThePathAreThoseOfEachOperation() throws Exception {
    respond("application/json", "{\"id\":\"1\"}");
    assertThat(send("path-parameters", "getPlan", 3000000000L, 5L, 6L).body()).isNotNull();
    RecordedRequest get = server.takeRequest();
    assertThat(get.getTarget()).isEqualTo("/plans/3000000000?expand=5");
    assertThat(get.getHeaders().get("X-Trace")).isEqualTo("6");
    respond("application/json", "{\"id\":\"1\"}");
    Object plan = KINDS.build("path-parameters", "Plan", "id", "2");
    send("path-parameters", "putPlan", 7L, "all", plan, null);
    RecordedRequest put = server.takeRequest();
    assertThat(put.getTarget()).isEqualTo("/plans/7?expand=all");
    assertThat(put.getBody().utf8()).isEqualTo("{\"id\":\"2\"}");
  }

  private void respond(String type, String body) {
    server.enqueue(new MockResponse.Builder().addHeader("Content-Type", type).body(body).build());
  }

  private Response<?> send(String spec, String operation, @Nullable Object... arguments)
      throws Exception {
    return call(spec, operation, arguments).execute();
  }

  private Call<?> call(String spec, String operation, @Nullable Object... arguments)
      throws Exception {
    Object made =
        new Retrofit.Builder()
            .baseUrl(server.url("/"))
            .addConverterFactory(new GsonConverter())
            .validateEagerly(true)
            .build()
            .create(KINDS.api(spec, operation));
    return (Call<?>) KINDS.method(spec, operation).invoke(made, arguments);
  }
}
