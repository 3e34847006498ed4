package cloud.finfusion.verification.conventions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Old words that this project replaced, each with the field's word. Only whole words count, as
 * camel case separates them: {@code landscape} holds none. docs/architecture.md has the words in
 * use.
 */
final class Vocabulary {
  /** In identifiers and Javadoc: old words, and the word to use. */
  private static final Map<String, String> WORDS =
      words(
          """
          answer answers answered answering: response, respond
          reply replies replied: response, respond
          wish wishes wished: request, requested delay
          journey journeys: call context
          trip trips: exchange, shared result
          flight flights: in flight
          told: notified
          mask masks masked masking: redact
          fence fences fenced: guard
          gate gates: permit wait
          stamp stamps stamped: headers
          canary: log secret scan
          workshop: work folder
          watch watches watched watching: observe, listen
          spoilt: broken, stray
          voyage passage: permit, exchange
          board boards boarded boarding: join
          land lands landed: complete
          """);

  /** Whole names of methods, fields and variables; within a longer name the words are fine. */
  private static final Map<String, String> NAMES =
      words(
          """
          depart: start
          arrive: onResponse
          look: find, check
          giveBack: release
          serverSays: syncRemaining
          """);

  /** Names of types that said too little, or another thing than the field's. */
  private static final Map<String, String> TYPES =
      words(
          """
          Stop: StopReason
          Wire: HttpClientFactory, RetrofitParameters
          Route: OperationContext, as okhttp3.Route is another thing
          WaitAsked: RequestedDelay
          Masked: SecretRedactor
          SecretNames: SensitiveFields
          HttpTexts: HttpLogFormat
          Failures: ErrorMapper
          Bodies: BufferedResponses
          BodyAdapters: BodyTypeAdapters
          Outcomes: OutcomeRules
          Bounds: Checks
          Ping: HealthCheck
          Signers: CredentialChoice
          Exhaustion: LimitNotifier
          Place: ConcurrencyPermit
          Foundation: SandboxContext
          Allowance: KeyQuota
          Refusal: ApiError, PermitRefusal
          Disorder: DeliveryShuffle
          Dispatch: DeliveryAttempt
          Behaviour: OperationHandler
          Keys: Credentials
          Pass: Grant
          Parents: ParentResources
          Work: OperationWork
          Kinds: DiscriminatedUnion
          Choice: UntaggedUnion
          Choices: UntaggedUnions
          Names: IdentifierConflicts
          Inputs: ParameterSchemas
          Fields: SchemaFieldNames
          Part: OutputPart
          Shapes: SpecNormalizer
          Body: PayloadKind
          Facet: Constraint
          OrNull: NullableItems
          Extensions: VendorExtensions
          Inventor: SyntheticDocuments
          Questionnaire: ProbeSet
          Candidate: GeneratorRun
          Trial: RoundTripCheck
          Mode: BlockingOrAsync
          Same: CanonicalJson
          Authority: TestCa
          OwnThreads: ThreadGroupCounter
          PromptSockets: NoDelaySockets
          StopTest: CancellationTest
          EndsOfWaitsTest: WaitEndingsTest
          AfterAmbiguityTest: UnknownOutcomeTest
          TextsTest: MessagesTest
          """);

  /** Terms of the field that hold an old word. */
  private static final List<String> TERMS =
      List.of("in flight", "single flight", "round trip", "round trips");

  private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

  private Vocabulary() {}

  private static Map<String, String> words(String table) {
    Map<String, String> words = new TreeMap<>();
    table
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(row -> Arrays.stream(row[0].split(" ")).forEach(old -> words.put(old, row[1])));
    return words;
  }

  /** Says what to write in place of a type's name; null if the name is fine. */
  static @Nullable String problemOfType(String name) {
    String better = TYPES.get(name);
    return better == null ? problemOfName(name) : advice(name, name, better);
  }

  /** Says what to write in place of a name; null if the name is fine. */
  static @Nullable String problemOfName(String name) {
    String better = NAMES.get(name);
    return better == null ? problemOfText(name) : advice(name, name, better);
  }

  /** Says what to write in place of a text; null if the text is fine. */
  static @Nullable String problemOfText(String text) {
    Matcher word = WORD.matcher(text);
    String before = "";
    while (word.find()) {
      String now = word.group().toLowerCase(Locale.ROOT);
      String better = WORDS.get(now);
      if (better != null && !TERMS.contains(before + " " + now)) {
        return advice(now, line(text, word.start()), better);
      }
      before = now;
    }
    return null;
  }

  private static String line(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    int end = text.indexOf('\n', at);
    return text.substring(start, end < 0 ? text.length() : end).strip();
  }

  private static String advice(String old, String where, String better) {
    String shown = old.equals(where) ? "" : " in \"" + where + "\"";
    return "\"" + old + "\"" + shown + ", use: " + better;
  }
}
