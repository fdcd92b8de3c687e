package rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A status has one way in. */
@TestInstance(Lifecycle.PER_CLASS)
class OneDoorTest {

    private static final Pattern WRITES = Pattern.compile(
            "(?is)(?:update\\s+member\\s(?:\\w+\\s)?set\\s(?<sets>.*?)(?:\\bwhere\\b)|insert\\s+into\\s+member\\s*\\(|delete\\s+from\\s+member\\b|merge\\s+into\\s+member\\b)");

    /** Of the instance, so that a hundred megabytes are let go when it is through. */
    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("rollcall");

    @Test
    void onlyOneClassHoldsStatementsThatWriteAStatus() throws IOException {
        assertThat(writersOfMembers())
                .containsOnlyKeys(
                        "CorrectionRows.java",
                        "MemberBelongings.java",
                        "NewcomerRows.java",
                        "PersonKeys.java",
                        "Registrations.java",
                        "Seating.java",
                        "StatusWrites.java",
                        "StepWrites.java",
                        "Turns.java")
                .allSatisfy((file, columns) -> assertThat(
                                columns.stream().anyMatch(OneDoorTest::setsAStatus) || columns.contains(""))
                        .isEqualTo(
                                Set.of("StatusWrites.java", "StepWrites.java").contains(file)));
    }

    private static boolean setsAStatus(String columns) {
        return Pattern.compile("\\bstatus(_step)?\\b").matcher(columns).find();
    }

    /** The columns that each source file's statements set, by the file's name; empty for inserts and deletes. */
    private static Map<String, List<String>> writersOfMembers() throws IOException {
        var writers = new TreeMap<String, List<String>>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var statements = WRITES.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.namedGroups().containsKey("sets") && match.group("sets") != null
                                ? match.group("sets")
                                : "")
                        .toList();
                if (!statements.isEmpty()) {
                    writers.put(file.getFileName().toString(), statements);
                }
            }
        }
        return writers;
    }

    @Test
    void onlyTheDoorLeadsToThem() {
        classes()
                .that()
                .haveSimpleName("StatusWrites")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching("rollcall\\.member\\.(StatusWrites|Settlement|CorrectionSettlement)(\\$.*)?")
                .check(house);
        classes()
                .that()
                .haveSimpleName("Settlement")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching("rollcall\\.member\\.(Settlement|StatusChanges)(\\$.*)?")
                .check(house);
    }

    @Test
    void onlyAChannelThatChangesMovesItsStepsAndNoneOfItsMembers() throws IOException {
        assertThat(writersOfMembers().get("StepWrites.java"))
                .isNotEmpty()
                .noneMatch(columns -> columns.matches("(?s).*\\bstatus\\s*=.*"));
        classes()
                .that()
                .haveSimpleName("StepWrites")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching("rollcall\\.member\\.(StepWrites|ChannelSteps)(\\$.*)?")
                .check(house);
    }

    @Test
    void onlyTheDoorForMistakesCorrectsThem() {
        classes()
                .that()
                .haveSimpleName("CorrectionSettlement")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching("rollcall\\.member\\.(CorrectionSettlement|Corrections)(\\$.*)?")
                .check(house);
    }

    @Test
    void namesAreTheFieldsWords() {
        noClasses()
                .should()
                .haveNameMatching(".*(Dto|DTO|Impl|Manager|Helper|Utils?)")
                .check(house);
    }
}
